import { expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { sampleFrozen } from '../../../../../../tests/support/frozen.ts'
import { sayFirst } from './first-words.ts'

const { board } = sampleFrozen

test.each([
	['fr', 'est faite, ', 'est abandonnée.'],
	['en', 'is done, ', 'was dropped.'],
] as const)(
	'the first sentence in %s says what is done first, and what was dropped last',
	(locale, done, end) => {
		const said = sayFirst(createWords(locale), board)
		expect(said).toContain(done)
		expect(said.endsWith(end)).toBe(true)
	},
)

test('where nothing was dropped the sentence does not speak of it', () => {
	const said = sayFirst(createWords('en'), { ...board, counts: { ...board.counts, dropped: 0 } })
	expect(said).not.toContain('dropped')
	for (const locale of ['ar', 'zgh'] as const)
		expect(sayFirst(createWords(locale), board).length).toBeGreaterThan(
			sayFirst(createWords(locale), { ...board, counts: { ...board.counts, dropped: 0 } }).length,
		)
})
