import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'
import {
	compareHolders,
	makeEpoch,
	makeRoot,
	openHolderList,
	signHolderList,
	signWithRoot,
	toEpochText,
	type LastPublished,
} from './index.ts'

const [amal, youssef, zineb] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
	string,
	string,
	string,
]
const makeRecipient = async (): Promise<string> => {
	const recipient = await toRecipient(await makeIdentity())
	if (!recipient.ok) throw new Error('a recipient was wanted')
	return recipient.value
}

type Root = Awaited<ReturnType<typeof makeRoot>>
let [root, otherRoot]: [Root, Root] = [
	{ verifierKey: '', shares: [] },
	{ verifierKey: '', shares: [] },
]
let recipients: string[] = []
let escrow = ''
const span = { id: '2026-11', begins: '2026-11-01', ends: '2026-12-14' }

beforeAll(async () => {
	;[root, otherRoot] = [await makeRoot(), await makeRoot()]
	recipients = await Promise.all(Array.from({ length: 4 }, makeRecipient))
	escrow = await makeRecipient()
})

const hold = (...ids: string[]) => ids.map((id, at) => ({ id, recipient: recipients[at] ?? '' }))

/** An epoch as it was published, for Amal and Youssef. */
const publish = async (by: Root = root): Promise<LastPublished & { list: string }> => {
	const made = await makeEpoch(span.id)
	const note = await signWithRoot(toEpochText(made.key, span), by.shares.slice(0, 3))
	const list = await signHolderList({ epoch: span.id, escrow, holders: hold(amal, youssef) }, made.sign)
	return { id: span.id, note: note.ok ? note.value : '', list }
}
const compare = (last: LastPublished | undefined, now = { escrow, holders: hold(amal, youssef) }) =>
	compareHolders(now, { last, rootKey: root.verifierKey })

describe('those who are to get the next key', () => {
	test('are as on the last list, in whatever order', async () => {
		const holders = hold(amal, youssef).toReversed()
		expect(await compare(await publish(), { escrow, holders })).toEqual({
			ok: true,
			value: { with: '2026-11', differences: new Map(), isOtherEscrow: false, gone: 0 },
		})
	})
	test('differ by who came, who has another key and who has gone', async () => {
		const holders = [
			{ id: amal, recipient: recipients[2] ?? '' },
			{ id: zineb, recipient: recipients[3] ?? '' },
		]
		const told = await compare(await publish(), { escrow: recipients[3] ?? '', holders })
		expect(told.ok && told.value).toEqual({
			with: '2026-11',
			differences: new Map([
				[amal, 'changed'],
				[zineb, 'added'],
			]),
			isOtherEscrow: true,
			gone: 1,
		})
	})
	test.each(['no key before', 'no list of it'])('are all new when there is %s', async (which) => {
		const { list: _, ...last } = await publish()
		const told = await compare(which === 'no key before' ? undefined : { ...last, list: undefined })
		expect(told.ok && [told.value.with, [...told.value.differences.keys()]]).toEqual([
			undefined,
			[amal, youssef],
		])
	})
})

describe('a list is not believed', () => {
	test('when a letter of it is another, wherever', async () => {
		const last = await publish()
		const at = fc.nat({ max: last.list.length - 1 })
		await fc.assert(
			fc.asyncProperty(at, fc.constantFrom('0', 'q', ' ', '\n', 'ⵣ'), async (index, letter) => {
				const list = last.list.slice(0, index) + letter + last.list.slice(index + 1)
				expect((await compare({ ...last, list })).ok).toBe(list === last.list)
			}),
			{ numRuns: 60 },
		)
	})
	test('when its epoch is signed by another root, or is another one', async () => {
		const [mine, foreign] = [await publish(), await publish(otherRoot)]
		const code = async (last: LastPublished): Promise<unknown> => {
			const told = await compare(last)
			return told.ok ? 'believed' : told.issues.map(({ message }) => message)
		}
		expect(await code(foreign)).toEqual(['note.unsigned'])
		expect(await code({ ...mine, list: foreign.list })).toEqual(['list.signature'])
		expect(await code({ ...mine, id: '2026-10' })).toEqual(['list.other'])
	})
	test('when it names a person twice', async () => {
		const { key, sign } = await makeEpoch(span.id)
		const list = await signHolderList({ epoch: span.id, escrow, holders: hold(amal, amal) }, sign)
		expect((await openHolderList(list, key.answerKey)).ok).toBe(false)
	})
})
