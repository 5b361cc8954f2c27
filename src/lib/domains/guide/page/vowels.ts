import { findBareWords } from '#tools/script/tashkil'

/** Names that stand on a screen as their makers write them: without marks. */
const names = ['واتساب', 'إنستغرام', 'يوتيوب', 'تيك', 'توك', 'فري', 'فاير', 'روبلوكس', 'سناب', 'شات']

/**
 * What stands as it is said or as it is printed: words to say in Darija, a Markdown quotation or between « », and the label of a button
 * (decision 051). A quotation with marks is ours and wants all of them.
 */
const quoted = /^>.*$|«[^\u064b-\u0652»]*»|"[^\u064b-\u0652"]*"/gmu

/**
 * Words of a child's text in Arabic that lack vowel marks, as one line of what is wrong; empty when none does. A child who learns to read
 * knows a word by its vowels.
 */
export const checkVowels = (texts: readonly string[]): string[] => {
	const bare = [...new Set(findBareWords(texts.join('\n').replace(quoted, ''), names))]
	if (bare.length === 0) return []
	const more = bare.length > 6 ? ` and ${bare.length - 6} more` : ''
	return [`words without their vowel marks: ${bare.slice(0, 6).join('، ')}${more}`]
}
