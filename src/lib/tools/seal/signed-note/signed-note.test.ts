import { signAsync } from '@noble/ed25519'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
	cosignCheckpoint,
	formatCheckpoint,
	formatNote,
	makeSigner,
	openNote,
	parseCheckpoint,
	parseNote,
	signNote,
} from './index.ts'
import { toCosignedBytes } from './signed-bytes.ts'

const root = new Uint8Array(32).fill(7)
const log = await makeSigner('record.example/log', 'ed25519', new Uint8Array(32).fill(1))
const witness = await makeSigner('witness.example/w1', 'cosignature', new Uint8Array(32).fill(2))
const text = formatCheckpoint({ origin: 'record.example/log', size: 12, root, extensions: [] })
const logLine = await signNote(text, log)
const witnessLine = await cosignCheckpoint(text, witness, 1_764_000_000)
const good = formatNote({ text, signatures: [logLine, witnessLine] })

describe('openNote()', () => {
	test('gives the text, who signed, and when a witness did', async () => {
		expect(await openNote(good, [log.key, witness.key])).toEqual({
			ok: true,
			value: {
				text,
				verified: [{ key: log.key }, { key: witness.key, time: 1_764_000_000 }],
				unknown: [],
			},
		})
	})

	test('ignores unknown keys, also with the name or the id of a known one', async () => {
		const sameName = { ...logLine, id: logLine.id ^ 1 }
		const sameId = { ...logLine, name: 'other.example' }
		const message = formatNote({ text, signatures: [sameName, logLine, sameId] })
		const opened = await openNote(message, [log.key])
		expect(opened).toMatchObject({
			ok: true,
			value: { verified: [{ key: log.key }], unknown: [sameName, sameId] },
		})
	})

	test('refuses a note that no known key has signed', async () => {
		expect((await openNote(good, [])).ok).toBe(false)
		expect((await openNote(good, [{ ...log.key, name: 'other.example' }])).ok).toBe(false)
	})

	test('counts a key that signed twice once, and still refuses when its second line is bad', async () => {
		const twice = formatNote({ text, signatures: [logLine, logLine] })
		const opened = await openNote(twice, [log.key])
		expect(opened).toMatchObject({ ok: true, value: { verified: [{ key: log.key }] } })
		const bad = { ...logLine, bytes: logLine.bytes.map((byte) => byte ^ 1) }
		expect((await openNote(formatNote({ text, signatures: [logLine, bad] }), [log.key])).ok).toBe(false)
	})

	test('refuses two known keys that nothing tells apart', async () => {
		const twin = { ...log.key, publicKey: root }
		expect((await openNote(good, [log.key, twin])).ok).toBe(false)
	})

	test('takes a signature as what its key says only: a note signature is no cosignature', async () => {
		const both = await makeSigner('witness.example/w1', 'ed25519', witness.secretKey)
		const line = { ...(await signNote(text, both)), id: witness.key.id }
		expect((await openNote(formatNote({ text, signatures: [line] }), [witness.key])).ok).toBe(false)
	})

	test('refuses a cosignature under a text that is no checkpoint, however well it is signed', async () => {
		const other = 'no checkpoint\n'
		const bytes = new Uint8Array(72)
		bytes.set(await signAsync(toCosignedBytes(other, 0), witness.secretKey), 8)
		const message = formatNote({ text: other, signatures: [{ ...witnessLine, bytes }] })
		expect((await openNote(message, [witness.key])).ok).toBe(false)
	})

	test('refuses the note after any one letter was changed, unless the change leaves another known line whole', async () => {
		await fc.assert(
			fc.asyncProperty(
				fc.nat({ max: good.length - 1 }),
				fc.constantFrom('A', 'Z', 'a', 'z', '0', '9', '+', '/', '=', ' ', '\n', '—', '.'),
				async (at, letter) => {
					fc.pre(good[at] !== letter)
					const opened = await openNote(good.slice(0, at) + letter + good.slice(at + 1), [
						log.key,
						witness.key,
					])
					// A changed name or id makes one line unknown; then the other one must still hold for the same text.
					if (opened.ok) {
						expect(opened.value.text).toBe(text)
						expect(opened.value.verified).toHaveLength(1)
						expect(opened.value.unknown).toHaveLength(1)
					}
				},
			),
			{ numRuns: 150 },
		)
	})
})

describe('hostile notes', () => {
	const line = '— a AAAAAAA='
	test.each([
		['nothing', ''],
		['no signature', 'text\n'],
		['no empty line', `text\n${line}\n`],
		['no newline at the end', `text\n\n${line}`],
		['only signatures', `${line}\n`],
		['an empty line at the end', `text\n\n${line}\n\n`],
		['text after the signatures', `text\n\n${line}\nmore\n`],
		['a hyphen for the dash', 'text\n\n- a AAAAAAA=\n'],
		['a name with a space', 'text\n\n— a b AAAAAAA=\n'],
		['a name with a plus', 'text\n\n— a+b AAAAAAA=\n'],
		['a name with a no-break space', 'text\n\n— a\u00a0b AAAAAAA=\n'],
		['an empty name', 'text\n\n—  AAAAAAA=\n'],
		['no padding', 'text\n\n— a AAAAAAA\n'],
		['base64 for URLs', 'text\n\n— a _-AAAAA=\n'],
		['a second spelling of the same bytes', 'text\n\n— a AAAAAAB=\n'],
		['a line break in base64', 'text\n\n— a AAAA\nAAA=\n'],
		['four bytes only', 'text\n\n— a AAAAAA==\n'],
		['a carriage return', `text\r\n\n${line}\n`],
		['a null', `te\u0000xt\n\n${line}\n`],
		['half a letter', `\ud800\n\n${line}\n`],
		['101 signatures', `text\n\n${`${line}\n`.repeat(101)}`],
		['a million letters', `${'x'.repeat(1_000_000)}\n\n${line}\n`],
	])('parseNote() refuses %s', (_, message) => {
		expect(parseNote(message).ok).toBe(false)
	})

	test('the text may hold empty lines: the last one counts', () => {
		expect(parseNote(`a\n\nb\n\n${line}\n`)).toMatchObject({ ok: true, value: { text: 'a\n\nb\n' } })
	})

	test('parseNote() reads what formatNote() writes, for any text and lines', () => {
		const name = fc.stringMatching(/^[a-z0-9./-]{1,20}$/u)
		const id = fc.integer({ min: 0, max: 0xff_ff_ff_ff })
		const signature = fc.record({ name, id, bytes: fc.uint8Array({ minLength: 1, maxLength: 80 }) })
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom('a', 'ب', 'ⵣ', ' ', '\n', '—', '😀') }),
				fc.array(signature, { minLength: 1, maxLength: 5 }),
				(lines, signatures) => {
					const note = { text: `${lines}\n`, signatures }
					expect(parseNote(formatNote(note))).toEqual({ ok: true, value: note })
				},
			),
		)
	})

	test('what cannot be read back is not written', async () => {
		expect(() => formatNote({ text: 'no newline', signatures: [logLine] })).toThrow('writing a signed note')
		expect(() => formatNote({ text, signatures: [] })).toThrow('writing a signed note')
		await expect(signNote('a\tb\n', log)).rejects.toThrow('signing a note')
		await expect(cosignCheckpoint('text\n', witness, 1)).rejects.toThrow('signing as a witness')
		await expect(cosignCheckpoint(text, witness, 1.5)).rejects.toThrow('signing as a witness')
	})
})

describe('checkpoints', () => {
	test('are read as they are written', () => {
		const checkpoint = fc.record({
			origin: fc.constantFrom('record.example/log', 'سجل', 'a b'),
			size: fc.maxSafeNat(),
			root: fc.uint8Array({ minLength: 32, maxLength: 32 }),
			extensions: fc.array(fc.constantFrom('one', 'two words'), { maxLength: 2 }),
		})
		fc.assert(
			fc.property(checkpoint, (value) => {
				expect(parseCheckpoint(formatCheckpoint(value))).toEqual({ ok: true, value })
			}),
		)
	})

	test.each([
		text.slice(0, -1),
		text.replace('12', '012'),
		text.replace('12', '-1'),
		text.replace('12', '+1'),
		text.replace('12', '1e3'),
		text.replace('12', '9007199254740993'),
		text.replace('12', ''),
		text.replace('BwcH', 'Bwc'),
		text.replace('record.example/log', ''),
		`${text}\n`,
	])('parseCheckpoint() refuses %j', (text) => {
		expect(parseCheckpoint(text).ok).toBe(false)
	})

	test('formatCheckpoint() refuses lines that would become others', () => {
		const base = { origin: 'a', size: 1, root, extensions: [] }
		expect(() => formatCheckpoint({ ...base, origin: 'a\n99' })).toThrow('writing a checkpoint')
		expect(() => formatCheckpoint({ ...base, size: -1 })).toThrow('writing a checkpoint')
		expect(() => formatCheckpoint({ ...base, root: root.slice(1) })).toThrow('writing a checkpoint')
		expect(() => formatCheckpoint({ ...base, extensions: [''] })).toThrow('writing a checkpoint')
	})
})
