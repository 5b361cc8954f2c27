import { parseDigits } from './parse-digits.ts'
import { parseWords } from './parse-words.ts'
import { refuseReceipt, type ParsedReceipt } from './parsed-receipt.ts'

/** Longest text that is looked at: eight long words with vowel marks, pasted with their numbers, have 200. */
const mostCharacters = 500

/** Letters that are written for digits: o and О, l, I and the alif, and the Arabic heh that looks like ٥. */
const lookalikes: readonly (readonly [RegExp, string])[] = [
	[/[oοоо]/giu, '0'],
	[/[lıiاأ]/giu, '1'],
	[/ه/gu, '5'],
]

const isDigit = (code: number): boolean => /\p{Nd}/u.test(String.fromCodePoint(code))

/** A decimal digit of any script as 0 to 9: every script has its ten digits in one row (https://www.unicode.org/reports/tr44). */
const toAsciiDigit = (digit: string): string => {
	const code = digit.codePointAt(0) ?? 0
	let value = 0
	while (value < 9 && isDigit(code - value - 1)) value += 1
	return String(value)
}

const toParts = (text: string): string[] =>
	text
		.normalize('NFKC')
		.replace(/[\p{Cf}ـ]/gu, '')
		.replace(/\p{Nd}/gu, toAsciiDigit)
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter((part) => part !== '')

const toDigits = (part: string): string =>
	lookalikes.reduce((digits, [letter, digit]) => digits.replace(letter, digit), part)

/**
 * The 24 digits of a receipt that a person typed or pasted: digits of any script with any spaces, hyphens and direction
 * marks, or eight words in Arabic, French, Tamazight (both scripts) or English.
 *
 * Refuses, without asking anybody:
 * `receipt.empty`;
 * `receipt.too-short` and `receipt.too-long`, with the group where one stands out;
 * `receipt.typo`, with at most three groups that could be wrong, none when more could;
 * `receipt.letters`, with the groups that hold something else than digits;
 * `receipt.unknown-word`, with the numbers of the words.
 */
export const parseReceipt = async (text: string): Promise<ParsedReceipt> => {
	if (text.length > mostCharacters) return refuseReceipt('receipt.too-long')
	const parts = toParts(text)
	if (parts.length === 0) return refuseReceipt('receipt.empty')
	const count = Array.from(parts.join('')).filter((letter) => /\d/u.test(letter)).length
	const groups = parts.map(toDigits)
	const odd = groups.flatMap((group, at) => (/^\d+$/u.test(group) ? [] : [at]))
	if (odd.length === 0) return parseDigits(groups)
	if (count < parts.join('').length / 2) return parseWords(parts)
	return refuseReceipt(
		'receipt.letters',
		odd.map((at) => at + 1),
	)
}
