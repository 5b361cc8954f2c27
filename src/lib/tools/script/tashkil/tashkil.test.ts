import { expect, test } from 'vitest'
import { findBareWords, toPlainLetters } from './index.ts'

test.each([
	['long vowels, alif and alif maqsura', 'هُوَ يَقُولُ فِي الْبَيْتِ عَلَى بَابٍ'],
	['the article before a letter of the sun', 'الشَّمْسُ وَاللَّيْلُ لِلنَّاسِ'],
	['shadda with its vowel, before and after it', 'مُعَلِّمٌ وَمُعَل\u0651\u0650مَةٌ'],
	['tanwin before its alif and on it', 'شَيْئًا وَبَيْتاً'],
	['hamza in all its seats', 'أَسْأَلُ إِلَى شَيْءٍ مُؤْلِمٍ هَيِّئْ آكُلُ'],
	['a small alif', 'هٰذَا لٰكِنْ'],
	['alif of the joining', 'ٱلْكِتَابُ'],
	['the waw of a plural and its alif', 'كَتَبُوا'],
	['a word stretched by strokes', 'كَتَـبَ'],
	['numbers, other letters, words of one letter', '19 أو 177 IWF و أ'.replace('أو', 'أَوْ')],
	['nothing', ''],
])('findBareWords() lets %s stand', (_, text) => {
	expect(findBareWords(text)).toEqual([])
})

test.each([
	['a word without marks', 'أَقُولُ نعم', ['نعم']],
	['a last letter without its ending', 'الْبَيْت كَبِيرٌ', ['الْبَيْت']],
	['a lam of the article before a letter of the moon', 'البَيْتُ', ['البَيْتُ']],
	['a letter of the sun without shadda', 'الشَمْسُ', ['الشَمْسُ']],
	['a shadda without its vowel', 'مُعَلّمٌ', ['مُعَلّمٌ']],
	['waw after fatha: a diphthong wants its sukun', 'يَوم', ['يَوم']],
	['ya after fatha', 'بَيتٌ', ['بَيتٌ']],
	['a waw and a ya that begin', 'ولَدٌ يكْتُبُ', ['ولَدٌ', 'يكْتُبُ']],
	['a hamza without vowel', 'أنَا', ['أنَا']],
	['each time it stands there', 'لا، لا', ['لا', 'لا']],
	['a word inside punctuation', '«قُلْ»، (نعم)!', ['نعم']],
])('findBareWords() finds %s', (_, text, bare) => {
	expect(findBareWords(text)).toEqual(bare)
})

test('findBareWords() passes by names that it is given, marked by nobody or by half', () => {
	expect(findBareWords('فِي واتساب', ['واتساب'])).toEqual([])
	expect(findBareWords('فِي وَاتساب', ['واتساب'])).toEqual([])
	expect(findBareWords('فِي واتسابي', ['واتساب'])).toEqual(['واتسابي'])
})

test('findBareWords() notices any mark that is taken from a sentence, but for what stands on a long vowel', () => {
	const sentence = 'أَحْكِي لِشَخْصٍ كَبِيرٍ'
	const characters = Array.from(sentence)
	for (const [index, character] of characters.entries()) {
		if (!/\p{M}/u.test(character)) continue
		const without = characters.toSpliced(index, 1).join('')
		expect(findBareWords(without), without).toHaveLength(1)
	}
})

test('toPlainLetters() takes marks and strokes away and leaves letters', () => {
	expect(toPlainLetters('شَيْـئًا يُخِيفُنِي هٰذَا')).toBe('شيئا يخيفني هذا')
	expect(toPlainLetters('آخُذُ أَوْ إِلَى مُؤْلِم')).toBe('آخذ أو إلى مؤلم')
	expect(toPlainLetters('Été 09-08')).toBe('Été 09-08')
})
