import fc from 'fast-check'
import { languages, toBase64url } from '#base'
import { toCanonicalJson, type JsonValue } from '#tools/files/canonical-json'
import { expect, test } from 'vitest'
import { signAnswer, type Answer } from './answer.ts'

/** The spelling under which answers were first signed. Letters that lie in mailboxes must stay answers of the desk. */
const toFirstSpelling = (value: unknown): string =>
	JSON.stringify(value, (_, inner: unknown) =>
		typeof inner === 'object' && inner !== null && !Array.isArray(inner)
			? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
			: inner,
	)

const hourOfDay = fc.nat({ max: 23 })
const answer: fc.Arbitrary<Answer> = fc.record(
	{
		v: fc.constant(1 as const),
		form: fc.constant('answer' as const),
		report: fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64url),
		n: fc.integer({ min: 1, max: 9999 }),
		hour: fc
			.date({ min: new Date('2020-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
			.map((moment) => `${moment.toISOString().slice(0, 13)}:00:00Z`),
		language: fc.constantFrom(...languages),
		text: fc.string({ unit: 'binary', maxLength: 1500 }).filter((text) => text.length <= 1500),
		safeHours: fc.record({ from: hourOfDay, to: hourOfDay }),
	},
	{ requiredKeys: ['v', 'form', 'report', 'n', 'hour', 'language', 'text'] },
)

test('signAnswer() signs the bytes that answers were first signed as, for every answer there can be', async () => {
	await fc.assert(
		fc.asyncProperty(answer, async (one) => {
			const signed: string[] = []
			const letter = await signAnswer(one, (bytes) => {
				signed.push(new TextDecoder().decode(bytes))
				return Promise.resolve(new Uint8Array(64))
			})
			expect(signed).toEqual([`thiqa/answer/v1\0${toFirstSpelling(one)}`])
			expect(letter).toBe(toFirstSpelling(JSON.parse(letter)))
			expect(letter).toBe(toCanonicalJson(JSON.parse(letter) as JsonValue))
		}),
	)
})
