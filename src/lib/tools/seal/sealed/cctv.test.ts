import { createHash } from 'node:crypto'
import { inflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { decryptWhole, type Opener } from './decrypt.ts'
import { checkSealed, formSizes, open, openPassphrase, readArmor, readStanzas } from './index.ts'

/** The vectors of the authors of age: https://c2sp.org/CCTV/age */
type Vector = { name: string; fields: Map<string, string[]>; file: Uint8Array }

const readVector = ([name, bytes]: [string, Uint8Array]): Vector => {
	const end = Buffer.from(bytes).indexOf('\n\n')
	const fields = new Map<string, string[]>()
	for (const line of Buffer.from(bytes.subarray(0, end)).toString().split('\n')) {
		const at = line.indexOf(': ')
		fields.set(line.slice(0, at), [...(fields.get(line.slice(0, at)) ?? []), line.slice(at + 2)])
	}
	const body = bytes.subarray(end + 2)
	const file = fields.has('compressed') ? inflateSync(body) : body
	return { name, fields, file: Uint8Array.from(file) }
}
/** The package exports each vector by its name; its types say something else. */
const vectors = Object.entries((await import('cctv-age')) as unknown as Record<string, Uint8Array>)
const all = vectors.map(readVector)
/** Armour is a coat of text. */
const binary = all.filter(({ fields }) => !fields.has('armored'))

const toOpeners = ({ fields }: Vector): Opener[] => [
	...(fields.get('identity') ?? []).map((identity) => ({ identity })),
	...(fields.get('passphrase') ?? []).map((passphrase) => ({ passphrase })),
]
const expected = ({ fields }: Vector): string => fields.get('expect')?.[0] ?? ''

test('there are more than a hundred vectors, of every kind', () => {
	expect(binary.length).toBeGreaterThan(100)
	expect(new Set(binary.map(expected))).toEqual(
		new Set(['success', 'no match', 'HMAC failure', 'header failure', 'payload failure']),
	)
})

describe('decryptWhole() gives what the vector says, or nothing', () => {
	test.each(binary)('$name', async (vector) => {
		const results = await Promise.all(toOpeners(vector).map((opener) => decryptWhole(vector.file, opener)))
		const opened = results.flatMap((result) => (result.ok ? [result.value] : []))
		expect(opened.length > 0).toBe(expected(vector) === 'success')
		for (const payload of opened)
			expect(createHash('sha256').update(payload).digest('hex')).toBe(vector.fields.get('payload')?.[0])
		if (expected(vector) === 'no match')
			expect(results.every((result) => !result.ok && result.code === 'sealed.key')).toBe(true)
	})
})

describe('open() is narrower still: one reader, our padding', () => {
	test.each(binary)('$name', async (vector) => {
		for (const opener of toOpeners(vector))
			if ('identity' in opener) expect((await open(vector.file, opener.identity)).ok).toBe(false)
			else if (readStanzas(vector.file).ok && expected(vector) === 'success')
				expect((await openPassphrase(vector.file, opener.passphrase)).ok).toBe(true)
			else expect((await openPassphrase(vector.file, opener.passphrase)).ok).toBe(false)
	})
})

test('checkSealed() takes the two vectors that are one reader and exactly 64 KiB long, and no other', () => {
	const taken = binary.filter(({ file }) => checkSealed(file, 'x25519', formSizes).ok)
	expect(taken.map(({ name }) => name)).toEqual(['stream_last_chunk_full', 'stream_no_final_full'])
})

test('readStanzas() reads the header of every file that age opens', () => {
	const unread = binary.filter((one) => expected(one) === 'success' && !readStanzas(one.file).ok)
	expect(unread.map(({ name }) => name)).toEqual([])
})

const armoured = all.filter((one) => one.fields.has('armored'))

describe('readArmor() takes the coat of text off, or gives nothing', () => {
	test.each(armoured)('$name', async (vector) => {
		const file = readArmor(Buffer.from(vector.file).toString('latin1'))
		if (expected(vector) === 'armor failure') return expect(file).toBeUndefined()
		const results = await Promise.all(
			toOpeners(vector).map(async (opener) => file !== undefined && decryptWhole(file, opener)),
		)
		expect(results.some((result) => result !== false && result.ok)).toBe(expected(vector) === 'success')
	})
})
