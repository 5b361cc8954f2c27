import { expect, test } from 'vitest'
import { createGroupCommit } from './group-commit.ts'

/** A group commit whose transactions end when they are told to. */
const open = (writers: number) => {
	const groups: { items: readonly number[]; end: () => void }[] = []
	const write = (items: readonly number[]): Promise<readonly number[]> =>
		new Promise((resolve) => groups.push({ items, end: () => resolve(items) }))
	return { groups, groupCommit: createGroupCommit(write, { mostAtOnce: 4, leastBeside: 3, writers }) }
}
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)))

test('who comes while a commit runs shares the next one, and nobody stays behind', async () => {
	const { groups, groupCommit } = open(1)
	const outcomes = [1, 2, 3, 4, 5, 6].map(groupCommit.add)
	await turn()
	expect(groups.map(({ items }) => items)).toEqual([[1, 2, 3, 4]])
	groups[0]?.end()
	await turn()
	expect(groups[1]?.items).toEqual([5, 6])
	groups[1]?.end()
	expect(await Promise.all(outcomes)).toEqual([1, 2, 3, 4, 5, 6])
	expect(groupCommit.count()).toBe(0)
})

test('a second commit begins beside the first once enough wait for it', async () => {
	const { groups, groupCommit } = open(2)
	const outcomes = [groupCommit.add(1)]
	await turn()
	outcomes.push(...[2, 3].map(groupCommit.add))
	await turn()
	expect(groups).toHaveLength(1)
	outcomes.push(groupCommit.add(4))
	await turn()
	expect(groups[1]?.items).toEqual([2, 3, 4])
	outcomes.push(groupCommit.add(5))
	groups[1]?.end()
	await turn()
	expect([groups.length, groupCommit.count()]).toEqual([2, 2])
	groups[0]?.end()
	await turn()
	expect(groups[2]?.items).toEqual([5])
	groups[2]?.end()
	expect(await Promise.all(outcomes)).toEqual([1, 2, 3, 4, 5])
})

test('a commit that does not end is given up for all who wait, and nobody after it is harmed', async () => {
	const ends: ((outcomes: readonly number[]) => void)[] = []
	const write = (): Promise<readonly number[]> => new Promise((resolve) => ends.push(resolve))
	const groupCommit = createGroupCommit(write, { mostAtOnce: 2, patience: 40 })
	const outcomes = [1, 2, 3].map((item) =>
		groupCommit.add(item).catch((error: unknown) => (error as Error).message),
	)
	const late = 'Committing in groups: the database has not answered in time'
	expect(await Promise.all(outcomes)).toEqual([late, late, late])
	// It answers after all: those who were given up are not written again, those who come now are.
	ends[0]?.([1, 2])
	const next = groupCommit.add(4)
	await turn()
	expect(groupCommit.count()).toBe(1)
	ends[1]?.([4])
	expect(await next).toBe(4)
	await turn()
	expect(groupCommit.count()).toBe(0)
})
