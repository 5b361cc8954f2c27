import { describe, expect, test } from 'vitest'
import {
	formatCheckpoint,
	formatNote,
	makeSigner,
	openNote,
	parseNote,
	signNote,
} from '#tools/seal/signed-note'
import { engines } from '../../../../../tests/support/database.ts'
import { cosign, now, testRecord, witness } from '../../../../../tests/support/record.ts'

const stranger = await makeSigner('stranger.example', 'cosignature', new Uint8Array(32).fill(9))

const published = async (engine?: (typeof engines)[number]) => {
	const own = await testRecord(engine)
	await own.add(3)
	await own.record.sequence(now)
	const note = (await own.record.findCheckpoint())?.note ?? ''
	return { ...own, note }
}

const getReason = async (
	given: Promise<{ ok: boolean; issues?: { path: string }[] }>,
): Promise<string | undefined> => (await given).issues?.[0]?.path

describe.each(engines)('the word of a witness on %s', (engine) => {
	test('stands under the checkpoint from then on, beside the signature of the record', async () => {
		const { record, note } = await published(engine)
		const answer = await record.addCosignature(await cosign(note))
		const { note: now } = (await record.findCheckpoint()) ?? { note: '' }
		expect(answer).toEqual({ ok: true, value: now })
		expect(now.startsWith(note)).toBe(true)
		const opened = await openNote(now, [witness.key])
		expect(opened.ok && opened.value.verified).toEqual([{ key: witness.key, time: 1_764_000_000 }])
	})

	test('given again takes the place of the earlier one, and what comes at once is all kept', async () => {
		const { record, note } = await published(engine)
		await Promise.all([1, 2, 3].map(async (time) => record.addCosignature(await cosign(note, witness, time))))
		await record.addCosignature(await cosign(note, witness, 4))
		const parsed = parseNote((await record.findCheckpoint())?.note ?? '')
		expect(parsed.ok && parsed.value.signatures.map(({ name }) => name)).toEqual([
			'desk.example/record',
			'witness.example/w1',
		])
	})
})

test('is refused with its reason', async () => {
	const { record, note } = await published()
	const { text } = (await record.findCheckpoint()) ?? { text: '' }
	const other = formatCheckpoint({
		origin: 'desk.example/record',
		size: 3,
		root: new Uint8Array(32),
		extensions: [],
	})
	const far = text.replace('\n3\n', '\n4\n')
	const wrong = (await cosign(note)).replace(
		/(\S)(\S{6})\n$/u,
		(_, letter: string, rest: string) => `${letter === 'A' ? 'B' : 'A'}${rest}\n`,
	)
	const log = await makeSigner('desk.example/record', 'ed25519', new Uint8Array(32).fill(5))
	const sealedBy = async (of: string) => formatNote({ text: of, signatures: [await signNote(of, log)] })
	expect(await getReason(record.addCosignature('hello'))).toBe('not-a-checkpoint')
	expect(await getReason(record.addCosignature(await cosign(note, stranger)))).toBe('no-known-witness')
	expect(await getReason(record.addCosignature(wrong))).toBe('no-known-witness')
	expect(await getReason(record.addCosignature(note))).toBe('no-known-witness')
	expect(await getReason(record.addCosignature(await cosign(await sealedBy(far))))).toBe('unknown-size')
	expect(await getReason(record.addCosignature(await cosign(await sealedBy(other))))).toBe('other-tree')
	expect((await record.findCheckpoint())?.note).toBe(note)
})

test('lines of strangers are not published with it', async () => {
	const { record, note } = await published()
	const given = `${await cosign(note)}${(await cosign(note, stranger)).split('\n').at(-2) ?? ''}\n`
	const answer = await record.addCosignature(given)
	expect(answer.ok && answer.value).not.toContain('stranger')
})
