import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { toCanonicalJson, type JsonValue } from '#tools/files/canonical-json'
import { expect, test } from 'vitest'
import { toNamesDigest } from './dossier.ts'

/**
 * The spelling under which acts of the public record and dossiers were first hashed. It took texts, whole numbers, lists and
 * objects, and refused all else: what it took must keep its bytes.
 */
const toFirstSpelling = (value: JsonValue): string => {
	if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError('not whole')
	if (typeof value !== 'object' || value === null) return JSON.stringify(value)
	if (Array.isArray(value)) return `[${(value as readonly JsonValue[]).map(toFirstSpelling).join(',')}]`
	const fields = Object.entries(value as Record<string, JsonValue>).sort(([a], [b]) => (a < b ? -1 : 1))
	return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${toFirstSpelling(inner)}`).join(',')}}`
}

const text = fc.string({ unit: 'binary' })
const role = fc.constantFrom('suspected', 'victim', 'witness')
const taken = fc.letrec<{ value: JsonValue }>((tie) => ({
	value: fc.oneof(
		{ maxDepth: 4 },
		fc.constant(null),
		fc.boolean(),
		fc.maxSafeInteger(),
		fc.constant(-0),
		text,
		fc.array(tie('value'), { maxLength: 5 }),
		fc.dictionary(fc.oneof(text, fc.nat().map(String)), tie('value'), { maxKeys: 6 }),
	),
})).value

test('whatever an act or a dossier may hold has the bytes under which it was first hashed', () => {
	fc.assert(
		fc.property(taken, (value) => {
			expect(toCanonicalJson(value)).toBe(toFirstSpelling(value))
		}),
		{ numRuns: 1000 },
	)
})

test('the digest of named persons is taken over the bytes over which it was first taken', () => {
	fc.assert(
		fc.property(text, fc.array(fc.record({ role, name: text, how: text })), (token, persons) => {
			const named = JSON.stringify([
				'thiqa/names/v2',
				token,
				...persons.map((it) => [it.role, it.name, it.how]),
			])
			expect(toNamesDigest(token, persons)).toBe(createHash('sha256').update(named).digest('hex'))
		}),
	)
})
