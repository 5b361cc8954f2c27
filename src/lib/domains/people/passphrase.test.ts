import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findPassphraseIssue, passphraseLimit, toPassphrase } from './passphrase.ts'

test.each([
	['quatre mots sans rapport', undefined],
	['أربع كلمات بلا رابط', undefined],
	['trop court', 'short'],
	['aaaaaaaaaaaaaaaaaaaa', 'plain'],
	['Amal travaille ici chaque nuit', 'name'],
	['x'.repeat(129), 'long'],
	['x'.repeat(10_000_000), 'long'],
])('%.30s is %s', (typed, issue) => {
	expect(findPassphraseIssue(typed, 'amal')).toBe(issue)
})

test('what passes is never longer than the limit and is the same however it was typed', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme', minLength: 10, maxLength: 200 }), (typed) => {
			fc.pre(findPassphraseIssue(typed, 'amal') === undefined)
			expect(Array.from(toPassphrase(typed)).length).toBeLessThanOrEqual(passphraseLimit)
			expect(toPassphrase(` ${typed.normalize('NFD')} `)).toBe(toPassphrase(typed))
		}),
	)
})
