/** Finds words of a reporter in a text that is to leave: what an analyst writes is theirs, and a child is not quoted to another country. */
import { splitWords } from '#tools/script/arabizi'

/** So many words in a row, the same in both, are a quote and no chance. */
const inARow = 6
/** A message that is shorter is a quote when all of it stands there; one or two words are anybody's. */
const leastWhole = 3

const listRuns = (words: readonly string[], length: number): string[] =>
	words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '))

/**
 * The first run of words that a text has from what a reporter told, or all of a short message; `undefined` when it has none. Case, marks and ways to write an Arabic
 * letter make no difference, nor does what stands between the words.
 */
export const findQuote = (text: string, told: readonly string[]): string | undefined => {
	const words = splitWords(text)
	const known = told.map((one) => splitWords(one)).filter(({ length }) => length >= leastWhole)
	for (let length = inARow; length >= leastWhole; length -= 1) {
		const runs = new Set(
			known
				.filter((all) => length === inARow || all.length === length)
				.flatMap((all) => listRuns(all, length)),
		)
		const found = listRuns(words, length).find((run) => runs.has(run))
		if (found !== undefined) return found
	}
	return undefined
}

/** Digits of a national telephone number without the zero before it; what is shorter is a number of anything. */
const digitsOfPhone = 9

const toAscii = (text: string): string =>
	text.replace(/[٠-٩۰-۹]/gu, (digit) => String(digit.charCodeAt(0) & 0xf)).toLowerCase()

/** Digits of each number of a text, whatever stands between the groups of one. */
const listNumbers = (text: string): string[] =>
	(text.match(/\d(?:[\s().\-/]*\d)+/gu) ?? []).map((number) => number.replace(/\D/gu, ''))

/** Shortest name that is looked for: anything shorter stands in many words. */
const leastName = 4

/** Names of accounts in what somebody gave as a contact: words with `@`, `_`, a point or a digit in them, or the only word there is. */
const listNames = (contact: string): string[] => {
	const words = contact.match(/[@\p{L}\p{M}\p{N}_.-]+/gu) ?? []
	return words
		.filter((word) => words.length === 1 || (/[@_.\d]/u.test(word) && /\p{L}/u.test(word)))
		.map((word) => word.replace(/^@|[.-]+$/gu, ''))
		.filter(({ length }) => length >= leastName)
}

/** Words of a text as names of accounts are made of them. */
const listPieces = (text: string): string[] =>
	(text.match(/[\p{L}\p{M}\p{N}_.-]+/gu) ?? []).map((piece) => piece.replace(/[.-]+$/u, ''))

/** Whether a text holds a way to reach a reporter, as they gave it in `contacts`: a telephone number, an address with `@`, the name of an account. */
export const findContact = (text: string, contacts: readonly string[]): boolean => {
	const there = toAscii(text)
	const numbers = listNumbers(there)
	const bare = there.replace(/\s/gu, '')
	const pieces = new Set(listPieces(there))
	return contacts.map(toAscii).some((contact) => {
		const phones = listNumbers(contact).filter(({ length }) => length >= digitsOfPhone)
		const addresses = contact.match(/[^\s@<>(),;]+@[^\s@<>(),;]+/gu) ?? []
		return (
			phones.some((phone) => numbers.some((number) => number.includes(phone.slice(-digitsOfPhone)))) ||
			addresses.some((address) => bare.includes(address)) ||
			listNames(contact).some((name) => pieces.has(name))
		)
	})
}

/** What reporters of a case have told, as far as a text is held against it. */
export type Told = readonly {
	report: { answers: { words: string; contact?: string | undefined } }
	letters: readonly { text: string }[]
}[]

export type ToldRefusal = 'referral.quote' | 'referral.contact'

/** Refuses a text with `referral.quote` where it has words of a reporter, with `referral.contact` where it has a way to reach them. */
export const findTold = (text: string, reports: Told): ToldRefusal | undefined => {
	const told = reports.flatMap(({ report, letters }) => [
		report.answers.words,
		...letters.map((letter) => letter.text),
	])
	if (findQuote(text, told) !== undefined) return 'referral.quote'
	const contacts = reports.map(({ report }) => report.answers.contact ?? '')
	return findContact(text, contacts) ? 'referral.contact' : undefined
}
