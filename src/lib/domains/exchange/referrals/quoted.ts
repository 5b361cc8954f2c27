/** Finds words of a reporter in a text that is to leave: what an analyst writes is theirs, and a child is not quoted to another country. */
import { splitWords } from '#tools/script/arabizi'

/** So many words in a row, the same in both, are a quote and no chance. */
const inARow = 6

/**
 * The first run of words that a text has from what a reporter told; `undefined` when it has none. Case, marks and ways to write an Arabic
 * letter make no difference, nor does what stands between the words.
 */
export const findQuote = (text: string, told: readonly string[]): string | undefined => {
	const words = splitWords(text)
	const runs = new Set(
		told.flatMap((one) => {
			const all = splitWords(one)
			return all.slice(inARow - 1).map((_, at) => all.slice(at, at + inARow).join(' '))
		}),
	)
	for (let at = 0; at + inARow <= words.length; at++) {
		const run = words.slice(at, at + inARow).join(' ')
		if (runs.has(run)) return run
	}
	return undefined
}
