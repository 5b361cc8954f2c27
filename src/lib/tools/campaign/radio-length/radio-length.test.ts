import { expect, test } from 'vitest'
import { estimateRadio } from './index.ts'

test.each([
	['fr', 'un deux trois quatre cinq', 5, 2],
	['ar', 'واحد اثنان ثلاثة أربعة خمسة ستة', 6, 3],
	['zgh', 'ⵢⴰⵏ ⵙⵉⵏ', 2, 1],
	['en', 'Call 2511 now. Or write.', 6, 3],
	['fr', 'l’école d’aujourd’hui', 2, 1],
	['fr', '', 0, 0],
] as const)('estimateRadio() in %s takes %j for %i words', (language, text, words, seconds) => {
	expect(estimateRadio(text, language)).toEqual({ words, seconds, isEstimate: true })
})

test('a longer text is never shorter', () => {
	let before = 0
	for (let count = 1; count < 60; count++) {
		const { seconds } = estimateRadio('mot '.repeat(count), 'fr')
		expect(seconds).toBeGreaterThanOrEqual(before)
		before = seconds
	}
})
