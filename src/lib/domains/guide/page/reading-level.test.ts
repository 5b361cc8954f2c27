import { expect, test } from 'vitest'
import { languages } from '#base'
import { audiences } from '../audience.ts'
import { getLimits, toSentences, toWords } from './reading-level.ts'

test.each([
	['fr', 'L’école m’a dit : c’est grave.', ['L’école', 'm’a', 'dit', 'c’est', 'grave']],
	['en', "It isn't two-step sign-in, 09-08.", ['It', "isn't", 'two-step', 'sign-in', '09-08']],
	['ar', 'هل أَنتَ بخير؟ نعم، 3.5 مرات', ['هل', 'أَنتَ', 'بخير', 'نعم', '3.5', 'مرات']],
	['zgh', 'ⴰⵣⵓⵍ, ⵎⴰⵏⵉⴽ?', ['ⴰⵣⵓⵍ', 'ⵎⴰⵏⵉⴽ']],
	['ar, with every mark', 'أَحْكِي لِشَخْصٍ كَبِيرٍ', ['أَحْكِي', 'لِشَخْصٍ', 'كَبِيرٍ']],
	['signs', '… – “ ” !', []],
])('toWords() counts the words of %s as a reader does', (_, text, words) => {
	expect(toWords(text)).toEqual(words)
})

test.each([
	['full stops', 'One. Two! Three?', ['One.', 'Two!', 'Three?']],
	['Arabic marks', 'ماذا حدث؟ لا تجب؛ احتفظ بالدليل.', ['ماذا حدث؟', 'لا تجب؛', 'احتفظ بالدليل.']],
	['colons', 'Say this: stop.', ['Say this:', 'stop.']],
	['lines', 'A heading\nA line', ['A heading', 'A line']],
	['not inside numbers', 'Law 3.5 and 09:30 stay', ['Law 3.5 and 09:30 stay']],
	['nothing', ' \n … \n', []],
])('toSentences() cuts at %s', (_, text, sentences) => {
	expect(toSentences(text)).toEqual(sentences)
})

test('toSentences() cuts before a closing quote, so a quoted sentence is not counted with the next one', () => {
	expect(toSentences('« Arrête. » Puis pars.')).toHaveLength(2)
})

test('getLimits() asks most of teachers and least of children in every language', () => {
	for (const language of languages) {
		const longest = audiences.map((audience) => getLimits(audience, language).longest)
		expect(Math.min(...longest)).toBe(getLimits('children', language).longest)
		expect(Math.max(...longest)).toBe(getLimits('teachers', language).longest)
	}
})

test.each(audiences)(
	'getLimits() for %s is no looser in Arabic than in French, and shorter only in Tamazight',
	(audience) => {
		const [ar, fr, zgh] = [getLimits(audience, 'ar'), getLimits(audience, 'fr'), getLimits(audience, 'zgh')]
		expect(ar.longest).toBeLessThan(fr.longest)
		expect(ar.mean).toBeLessThan(fr.mean)
		expect(ar.body).toEqual(fr.body)
		expect(zgh.body).toEqual([Math.round(ar.body[0] * 0.7), ar.body[1]])
	},
)
