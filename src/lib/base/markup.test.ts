import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeMarkup } from './index.ts'

test('escapeMarkup() leaves nothing that begins a tag, an entity or the end of an attribute, and loses nothing', () => {
	const text = fc.string({ unit: fc.constantFrom(...Array.from(`&<>"'#;a3ث\n`)) })
	fc.assert(
		fc.property(text, (plain) => {
			const written = escapeMarkup(plain)
			expect(written).not.toMatch(/[<>"']|&(?!#\d+;)/u)
			expect(written.replace(/&#(\d+);/gu, (_, code) => String.fromCharCode(Number(code)))).toBe(plain)
		}),
	)
})
