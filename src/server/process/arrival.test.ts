import { expect, test } from 'vitest'
import { createBell } from './arrival.ts'

/** Work that ends when it is told to. */
const begin = () => {
	const seen = { begun: 0, faults: [] as unknown[] }
	const ends: ((fault?: Error) => void)[] = []
	const bell = createBell(
		() => {
			seen.begun++
			return new Promise((resolve, reject) => ends.push((fault) => (fault ? reject(fault) : resolve())))
		},
		(fault) => seen.faults.push(fault),
	)
	const end = async (fault?: Error): Promise<void> => {
		await expect.poll(() => ends.length).toBeGreaterThan(0)
		ends.shift()?.(fault)
	}
	return { ...bell, seen, end }
}

test('nothing has come: who waits waits for nothing', async () => {
	await begin().whenQuiet()
})

test('who asks after something has come waits until it is taken in', async () => {
	const { ring, whenQuiet, end, seen } = begin()
	ring()
	let isQuiet = false
	const waiting = whenQuiet().then(() => (isQuiet = true))
	await expect.poll(() => seen.begun).toBe(1)
	expect(isQuiet).toBe(false)
	await end()
	await waiting
})

test('what comes while it is done is done after it, once for all', async () => {
	const { ring, whenQuiet, end, seen } = begin()
	ring()
	await expect.poll(() => seen.begun).toBe(1)
	for (let more = 0; more < 100; more++) ring()
	await end()
	await end()
	await whenQuiet()
	expect(seen.begun).toBe(2)
})

test('what fails is told, and is done again when something comes', async () => {
	const { ring, whenQuiet, end, seen } = begin()
	ring()
	await end(new Error('the database is away'))
	await whenQuiet()
	expect(seen.faults).toEqual([new Error('the database is away')])
	ring()
	await end()
	await whenQuiet()
	expect(seen.begun).toBe(2)
})
