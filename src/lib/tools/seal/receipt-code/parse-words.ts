import { languages, ok, type Language } from '#base'
import { fold } from './fold.ts'
import { refuseReceipt, type ParsedReceipt } from './parsed-receipt.ts'
import { toCheckDigits } from './receipt-code.ts'
import { fromPlaces, loadPlaces, wordCount } from './words.ts'

/** Languages whose words can be written in the script of this text. */
const toLanguages = (text: string): readonly Language[] => {
	if (/\p{Script=Arabic}/u.test(text)) return ['ar']
	return /\p{Script=Tifinagh}/u.test(text) ? ['zgh'] : languages.filter((language) => language !== 'ar')
}

/** Places of the words in the list that knows most of them. */
const findPlaces = async (words: readonly string[]): Promise<(number | undefined)[]> => {
	const lists = await Promise.all(toLanguages(words.join(' ')).map(loadPlaces))
	const found = lists.map((places) => words.map((word) => places.get(fold(word))))
	const countKnown = (places: readonly unknown[]): number =>
		places.filter((place) => place !== undefined).length
	return found.reduce((best, one) => (countKnown(one) > countKnown(best) ? one : best), [])
}

/**
 * The code of eight words, with or without the check digits behind them; numbers before a word, as in a list, are passed
 * over. Refuses as `parseReceipt()` does.
 */
export const parseWords = async (parts: readonly string[]): Promise<ParsedReceipt> => {
	const words = parts.filter((part) => !/^\d+$/u.test(part))
	if (words.length !== wordCount)
		return refuseReceipt(words.length < wordCount ? 'receipt.too-short' : 'receipt.too-long')
	const places = await findPlaces(words)
	const unknown = words.flatMap((_, at) => (places[at] === undefined ? [at + 1] : []))
	if (unknown.length > 0) return refuseReceipt('receipt.unknown-word', unknown)
	const code = fromPlaces(places.map((place) => place ?? 0))
	const check = parts.slice(parts.lastIndexOf(words.at(-1) ?? '') + 1).join('')
	const isRight = code !== undefined && (check === '' || check === toCheckDigits(code))
	return isRight ? ok(code) : refuseReceipt('receipt.typo')
}
