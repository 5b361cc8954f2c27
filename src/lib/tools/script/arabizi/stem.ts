import { getConsonantKey } from './skeleton.ts'

/** Present, future and person: ka-y-, ta-n-, gha-t-, and the bare person of a subordinate verb. */
const tense = /^(?:[kt][aei]*(?=[ytn])|G(?:adi)?[aei]*|k[aei]+)?[ytn]?[aei]*/
/** And, in, with, to, of, and the article, written together with the noun. */
const particle = /^(?:[wofbkld]?[ae]?l|[wofbldm])(?=[^aeiouyw])/
/** Objects and endings, longest first; the Arabic light stemmer's suffixes are among them. */
const ending =
	/(?:[ouw]?ni|[ouw]?ny|[ouw]?hom|[ouw]?hum|hwm|hm|kom|kum|kwm|km|[wo]?ha|na|li(?:ya|a|h)|at|[iy]n|wn|an|ek|ak|k|ih|oh|h|t|ou|[aeiouyw])$/

const unnegate = (skeleton: string): string => skeleton.replace(/^m[ae]?(.{3,})S[iy]?$/, '$1')

/**
 * Consonant keys of what is left of a skeleton after its prefixes and endings, each of three characters or more,
 * longest first and at most six: candidates for a looser meeting, not certainties. Empty for short words.
 */
export const getStemKeys = (skeleton: string): string[] => {
	const plain = unnegate(skeleton)
	const bases = [plain, plain.replace(tense, ''), plain.replace(particle, '')]
	const stems = bases.flatMap((base) => [base, base.replace(ending, '')])
	const keys = new Set(stems.map(getConsonantKey).filter((key) => key.length >= 3))
	keys.delete(getConsonantKey(skeleton))
	return [...keys].sort((a, b) => b.length - a.length)
}
