import fc from 'fast-check'
import { expect, test } from 'vitest'
import { known, toScriptText, toTexts } from './json-ld.ts'

test('known() leaves out what nobody knows and keeps what is false or zero', () => {
	expect(known({ a: null, b: undefined, c: [], d: false, e: 0, f: '' })).toEqual({ d: false, e: 0, f: '' })
})

test('texts carry their language', () => {
	expect(toTexts({ fr: 'Loi', ar: 'قانون' })).toEqual([
		{ '@language': 'fr', '@value': 'Loi' },
		{ '@language': 'ar', '@value': 'قانون' },
	])
})

test('no text of a record can end the element that holds it, and none is lost', () => {
	expect(toScriptText({ name: '</script><!--' })).not.toMatch(/[<>]/u)
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (name) => {
			const text = toScriptText({ name })
			expect(text).not.toMatch(/[<>&\u2028\u2029]/u)
			expect(JSON.parse(text)).toEqual({ name })
		}),
	)
})
