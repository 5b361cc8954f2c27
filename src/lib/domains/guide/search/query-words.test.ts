import { expect, test } from 'vitest'
import { getWordKeys, withWordsKnown } from './query-words.ts'

test('withWordsKnown() gives the keys of a word that are made without it, once', () => {
	const alone = ['tsawri', 'photos', '12', 'الصور'].map(getWordKeys)
	const together = withWordsKnown(() => {
		const first = ['tsawri', 'photos', '12', 'الصور'].map(getWordKeys)
		expect(
			['tsawri', 'photos', '12', 'الصور'].map((word, at) => getWordKeys(word) === first[at]),
		).not.toContain(false)
		return first
	})
	expect(together).toEqual(alone)
})

test('what is asked afterwards is not kept, also when building fails', () => {
	expect(() =>
		withWordsKnown(() => {
			throw new Error('no index')
		}),
	).toThrow('no index')
	expect(getWordKeys('tsawri')).not.toBe(getWordKeys('tsawri'))
})
