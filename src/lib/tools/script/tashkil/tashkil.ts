const damma = '\u064f'
const kasra = '\u0650'
const shadda = '\u0651'
const fathatan = '\u064b'

/** A word of Arabic letters with its marks. */
const word = /[\u0621-\u063a\u0641-\u064a\u0671][\u0621-\u063a\u0640-\u065f\u0670\u0671]*/gu
/** A letter and the marks on it. */
const letter = /([\u0621-\u063a\u0641-\u064a\u0671])([\u064b-\u065f\u0670]*)/gu
/** Letters that are vowels themselves or carry one in their shape: alif, alif with madda, alif of the joining, alif maqsura. */
const neverMarked = /[اآٱى]/u

/** Removes vowel marks and lengthening strokes, which people write or leave out. */
export const toPlainLetters = (text: string): string =>
	text.normalize('NFC').replace(/[\u064b-\u065f\u0670\u0640]/gu, '')

type Letter = { base: string; marks: string }

/** True when the marks say how the letter is read. A shadda alone does not: the vowel on it is missing. */
const isSaid = (marks: string): boolean => marks.replaceAll(shadda, '') !== ''

/** True when a letter may stand without a mark where it stands. */
const isReadable = (
	{ base, marks }: Letter,
	before: Letter | undefined,
	after: Letter | undefined,
): boolean =>
	isSaid(marks) ||
	neverMarked.test(base) ||
	// A long vowel after its short one: هُو، فِي.
	(marks === '' && base === 'و' && before?.marks.includes(damma) === true) ||
	(marks === '' && base === 'ي' && before?.marks.includes(kasra) === true) ||
	// The lam of the article melts into the letter after it: الشَّمْسُ.
	(marks === '' && base === 'ل' && after?.marks.includes(shadda) === true) ||
	// Tanwin that is written on the alif: بَيْتاً.
	(after?.base === 'ا' && after.marks.includes(fathatan))

/**
 * Finds the words of a text that cannot be read aloud by someone who does not know them: a consonant has neither vowel nor sukun, or a shadda
 * without its vowel. In the order of the text, as they stand there. Words of one letter, numbers and other scripts are passed by. Never
 * throws.
 *
 * @param plain - words that may stand without marks, written without them: names of apps
 * @example findBareWords('قَالَ الولد نَعَمْ') // ['الولد']
 */
export const findBareWords = (text: string, plain: readonly string[] = []): string[] =>
	[...text.normalize('NFC').matchAll(word)]
		.map(([found]) => found)
		.filter((found) => {
			const letters = [...found.replaceAll('\u0640', '').matchAll(letter)].map(
				([, base = '', marks = '']) => ({
					base,
					marks,
				}),
			)
			if (letters.length < 2 || plain.includes(toPlainLetters(found))) return false
			return !letters.every((one, index) => isReadable(one, letters[index - 1], letters[index + 1]))
		})
