import { describe, expect, test } from 'vitest'
import type { Language } from '#base'
import { compile } from './read-text.ts'
import { isAffirmed } from './scope.ts'

const says = (language: Language, pattern: string, words: string): boolean =>
	isAffirmed(compile(pattern), { words, language })

describe('isAffirmed()', () => {
	test.each([
		['fr', '15|urgences', "N'appelez pas le 15, ni les urgences.", false],
		['fr', '15', "N'attendez pas pour appeler le 15.", true],
		['fr', '15', 'Ne le laissez pas seul, appelez le 15.', true],
		['fr', '15', 'Le 15 est inutile.', false],
		['fr', 'adulte', 'Parle sans adulte.', false],
		['fr', 'dis[^.]{0,20}personne', 'Dis-le à une personne.', true],
		['fr', 'parle[^.]{0,40}hors de la maison', 'Parle chez toi, jamais hors de la maison.', false],
		['en', '15', 'Do not call 15 now.', false],
		['en', '15', "Don't wait to call 15.", true],
		['en', 'call 15', 'There is no need to call 15.', false],
		['en', 'tell[^.]{0,20}grown-up', 'Tell no grown-up.', false],
		['ar', '15|المستعجلات', 'لا 15 الان ولا المستعجلات.', false],
		['ar', 'بلع', 'اذيت راسي ولا بلعت شي حاجة.', true],
		['ar', '15', 'لا تنتظر لتتصل بـ 15.', true],
		['ar', '15', 'ما تعيطش لـ 15.', false],
		['ar', 'ما .{0,20}15', 'قل ما وقع لـ 15.', true],
		['zgh', '15', 'ⴰⴷ ⵓⵔ ⵜⵖⵔⴷ ⵉ 15.', false],
		['zgh', 'ⵉⵏⵉ', 'ⵓⵔ ⵜⵖⵍⵉⴹⴷ. ⵉⵏⵉ ⵜ ⵉ ⵢⴰⵏ.', true],
	] as const)('%s /%s/ in "%s": %s', (language, pattern, text, wanted) => {
		expect(says(language, pattern, text)).toBe(wanted)
	})

	test.each([
		['fr', "(?<!\\p{L})(?:ne |n')[^.]{0,10}pa[iy]", 'Il ne faut rien dire et ne pas payer.'],
		['fr', 'pas ta faute', "Ce n'est pas ta faute."],
		['en', 'not your fault', 'It is not your fault.'],
		['ar', 'لا ارسل', 'لا احفظ شيئا ولا ارسل شيئا.'],
	] as const)('%s: a refusal that the pattern looks for is said: %s', (language, pattern, text) => {
		expect(says(language, pattern, text)).toBe(true)
	})

	test.each([
		['fr', 'parquet', 'Informez le parquet demain.'],
		['en', 'prosecutor', 'Inform the prosecutor later, if the head agrees.'],
		['ar', 'النيابة', 'اخبروا النيابة غدا.'],
		['zgh', 'ⵖⵔ', 'ⵖⵔ ⴰⵙⴽⴽⴰ.'],
	] as const)('%s: what is urgent is not said when it is put off: %s', (language, pattern, text) => {
		expect(says(language, pattern, text)).toBe(true)
		expect(isAffirmed(compile(pattern), { words: text, language, urgent: true })).toBe(false)
	})

	test('a negation in a pattern is a whole word', () => {
		expect(says('fr', '(ne|pas)[^.]{0,20}image', 'Garde une image.')).toBe(false)
		expect(says('fr', '(ne|pas)[^.]{0,20}image', 'Ne garde pas cette image.')).toBe(true)
		expect(says('en', '(no|not)[^.]{0,20}picture', 'You know the picture.')).toBe(false)
		expect(says('ar', '(لا|دون)[^.]{0,20}صورة', 'كلام عن صورة.')).toBe(false)
	})
})
