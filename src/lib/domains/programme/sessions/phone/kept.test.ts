import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { encodeQR } from 'qr'
import { readQr } from '#tools/files/qr-reader'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'
import { makeChain, makeValues } from '../../../../../../tests/support/sessions.ts'
import { openCarried, sealCarried } from '../carried/index.ts'
import { parseEntry } from '../entry.ts'
import {
	countUnsent,
	findWaiting,
	getShownState,
	keepAnswer,
	noteTried,
	sendAgain,
	writeRevision,
	type KeptSession,
} from './index.ts'

const id = '3f0e2c1a-5b7d-4c1e-9a55-0d6f7b8c9d0e'
const digest = (text: string): Promise<string> =>
	Promise.resolve(createHash('sha256').update(text).digest('hex'))
const write = (known: KeptSession | undefined, minutes: number | null, now = 0) =>
	writeRevision(
		{ id, known },
		{ values: minutes === null ? null : makeValues({ minutes, series: id }), now, digest },
	)
const get = (session: KeptSession | undefined): KeptSession => {
	if (!session) throw new Error('nothing is kept')
	return session
}

test('what nobody has seen is written over; what may have arrived gets a revision', async () => {
	const first = get(await write(undefined, 30))
	const over = get(await write(first, 40))
	expect(over.revisions).toHaveLength(1)
	expect(await write(over, null)).toBeUndefined()
	const next = get(await write(noteTried(over, 0), 50))
	expect(next.revisions).toHaveLength(2)
	const [one, two] = next.revisions.map(({ text }) => parseEntry(text))
	expect(one?.ok && one.value.values?.minutes).toBe(40)
	expect(two?.ok && two.value).toMatchObject({ revision: 2, prev_sha256: over.revisions[0]?.sha256 })
	const gone = get(await write(noteTried(next, 1), null))
	expect(gone.revisions).toHaveLength(3)
	expect(gone.values?.minutes).toBe(50)
})

test('a correction takes the place of what was refused for its day or its province', async () => {
	const refused = keepAnswer(noteTried(get(await write(undefined, 30)), 0), 0, 'place')
	expect(findWaiting(refused)).toBe(-1)
	const mended = get(await write(refused, 40))
	expect(mended.revisions).toHaveLength(1)
	expect(findWaiting(mended)).toBe(0)
})

test('revisions wait in their order, and all of them again when one is missing', async () => {
	const one = noteTried(get(await write(undefined, 30)), 0)
	const two = get(await write(one, 40))
	expect(findWaiting(two)).toBe(0)
	const sent = keepAnswer(two, 0, 'sent')
	expect(findWaiting(sent)).toBe(1)
	expect(findWaiting(keepAnswer(sent, 1, 'conflict'))).toBe(-1)
	expect(findWaiting(keepAnswer(two, 0, 'over'))).toBe(-1)
	expect(findWaiting(sendAgain(keepAnswer(sent, 1, 'sent')))).toBe(0)
})

test('what is shown of a session is the answer to its last revision, or what stands in the way', async () => {
	const one = noteTried(get(await write(undefined, 30)), 0)
	expect(getShownState(one)).toBe('waiting')
	const gone = get(await write(keepAnswer(one, 0, 'sent'), null))
	expect(getShownState(gone)).toBe('waiting')
	expect(getShownState(keepAnswer(gone, 1, 'sent'))).toBe('taken-back')
	expect(getShownState(keepAnswer(gone, 1, 'late'))).toBe('late')
	expect(getShownState(keepAnswer(one, 0, 'sent'))).toBe('sent')
})

test('what was not sent for three days is counted apart', async () => {
	const day = 86_400_000
	const one = get(await write(undefined, 30, 0))
	expect(countUnsent([one], 3 * day - 1)).toEqual({ unsent: 1, old: 0 })
	expect(countUnsent([one], 3 * day)).toEqual({ unsent: 1, old: 1 })
	expect(countUnsent([keepAnswer(one, 0, 'sent')], 9 * day)).toEqual({ unsent: 0, old: 0 })
	expect(countUnsent([keepAnswer(one, 0, 'over')], 9 * day)).toEqual({ unsent: 1, old: 1 })
})

const open = async () => {
	const identity = await makeIdentity()
	const recipient = await toRecipient(identity)
	if (!recipient.ok) throw new Error('no recipient')
	return { identity, recipient: recipient.value }
}

/** A code as a screen shows it, three points a square. */
const show = (text: string) => {
	const rows = encodeQR(text, 'raw', { ecc: 'low', border: 4, encoding: 'alphanumeric' })
	const side = rows.length * 3
	const data = new Uint8ClampedArray(side * side * 4).fill(255)
	for (let y = 0; y < side; y++)
		for (let x = 0; x < side; x++)
			if (rows[Math.floor(y / 3)]?.[Math.floor(x / 3)]) data.set([0, 0, 0], (y * side + x) * 4)
	return { width: side, height: side, data }
}

test('an entry is carried as a code that a reader reads back, and only the desk opens it', async () => {
	const { identity, recipient } = await open()
	const from = 'ab'.repeat(32)
	const chain = makeChain([makeValues({ lesson: `a${'b'.repeat(59)}` }), null])
	const lines = await Promise.all(chain.map(({ text }) => sealCarried({ text, from }, recipient)))
	const [first = ''] = lines
	expect(new Set(lines.map(({ length }) => length)).size, 'its length says nothing').toBe(1)
	// Letters of the small alphabet take 5.5 bits each.
	expect((first.length * 5.5) / 8).toBeLessThanOrEqual(1000)
	expect(readQr(show(first))).toEqual({ ok: true, value: first })
	expect(await openCarried(lines.join('\n'), identity)).toEqual({
		ok: true,
		value: chain.map(({ entry }) => ({ entry, from })),
	})
	const refused = { ok: false, code: 'entry.sealed' }
	expect(await openCarried(first, (await open()).identity)).toEqual(refused)
	for (const text of ['', 'THIQA:', 'THIQA:AAAA', first.slice(0, -8), `${first}\nhttps://example.invalid`])
		expect(await openCarried(text, identity)).toEqual(refused)
	await expect(sealCarried({ text: 'x', from }, 'age1')).rejects.toThrow('sealed.recipient')
})
