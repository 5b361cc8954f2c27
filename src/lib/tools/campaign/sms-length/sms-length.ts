import { ok, refused, type Result } from '#base'
import { findCheaper, septets } from './alphabet.ts'

/** A character that is not in the GSM alphabet: one of them makes every other one cost more than twice as much. */
type Turning = {
	character: string
	/** Number of times that it stands in the text. */
	count: number
	/** Plainer spelling that is in the alphabet; none: there is none. To be offered, never to be put in unasked. */
	cheaper: string | undefined
}

export type SmsLength = {
	encoding: 'gsm-7' | 'ucs-2'
	/** Septets, or units of 16 bits. */
	units: number
	/** SMS that are paid for; 0 for an empty text. */
	parts: number
	/** Units that one part holds at this length. */
	perPart: number
	/** Units that are free in the last part. */
	free: number
	/** Characters that made it UCS-2, the most frequent first. */
	turning: readonly Turning[]
}

const capacity = { 'gsm-7': { one: 160, many: 153 }, 'ucs-2': { one: 70, many: 67 } } as const

/** Controls of direction take room and are shown as boxes by old phones. */
const isolates = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

const findTurning = (characters: readonly string[]): Turning[] => {
	const counts = new Map<string, number>()
	for (const character of characters)
		if (!septets.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
	return Array.from(counts, ([character, count]) => ({
		character,
		count,
		cheaper: findCheaper(character),
	})).sort((a, b) => b.count - a.count)
}

/** Fills parts one after another: a character is not cut in two. */
const fillParts = (costs: readonly number[], perPart: number): { parts: number; inLast: number } => {
	let [parts, inLast] = [costs.length === 0 ? 0 : 1, 0]
	for (const cost of costs) {
		if (inLast + cost > perPart) [parts, inLast] = [parts + 1, 0]
		inLast += cost
	}
	return { parts, inLast }
}

/**
 * Length of a text as SMS.
 *
 * Refuses: `isolate`, a control of direction stands in it; `broken`, half of a surrogate pair does.
 *
 * @example measureSms('Ô') // ok: ucs-2, 1 unit of 70, turning: Ô, cheaper: O
 */
export const measureSms = (text: string): Result<SmsLength, 'isolate' | 'broken'> => {
	if (isolates.test(text)) return refused('isolate')
	if (!text.isWellFormed()) return refused('broken')
	const characters = Array.from(text)
	const turning = findTurning(characters)
	const encoding = turning.length === 0 ? 'gsm-7' : 'ucs-2'
	const costs = characters.map((one) => (encoding === 'gsm-7' ? (septets.get(one) ?? 1) : one.length))
	const units = costs.reduce((sum, cost) => sum + cost, 0)
	const { one, many } = capacity[encoding]
	const perPart = units <= one ? one : many
	const { parts, inLast } = fillParts(costs, perPart)
	return ok({ encoding, units, parts, perPart, free: perPart - inLast, turning })
}

/** The text in the cheaper spelling, where each character has one; what has none stays. */
export const spellCheaper = (text: string): string =>
	Array.from(text, (character) => findCheaper(character) ?? character).join('')
