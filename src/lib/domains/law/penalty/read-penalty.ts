import type { Language } from '#base'
import { toPlainLetters } from '#tools/script/tashkil'
import { acts, type Act } from '../corpus/provision.ts'
import { lexicons, penaltyClaims, type PenaltyClaim } from './penalty-lexicon.ts'

/** Penalty that a sentence states. */
export type PenaltyRead = {
	claims: PenaltyClaim[]
	acts: Act[]
	/** Lengths of prison, in months. */
	months: number[]
	/** Amounts of fines. */
	dirhams: number[]
}

const million = 1_000_000
const digits = String.raw`\d(?:[\d .,]*\d)?`
const millions = 'مليون|million'
/** `1 to 5`, `1-5`: what stands between the two ends. */
const toJoint = (to: string): string => `(?: ${to} | ?[-–] ?)`
const toNumber = (written: string): number =>
	new RegExp(`^(?:${millions})$`, 'u').test(written) ? million : Number(written.replaceAll(/[ .,]/gu, ''))

const readMonths = (sentence: string, language: Language): number[] => {
	const { age, ages, to, counts, months, years } = lexicons[language]
	if (ages.test(sentence)) return []
	const bare = Object.keys(counts).join('|')
	const number = String.raw`\d+`
	const found: number[] = []
	const span = new RegExp(
		`(?<![\\d-])(?:(${number}|${bare || '(?!)'})${toJoint(to)})?(${number}) (${months}|${years})(?!\\p{L})`,
		'gu',
	)
	for (const { 1: from, 2: until = '', 3: unit = '', index } of sentence.matchAll(span)) {
		if (age.test(sentence.slice(0, index))) continue
		const factor = new RegExp(`^(?:${years})$`, 'u').test(unit) ? 12 : 1
		found.push(Number(until) * factor)
		if (from !== undefined) found.push(counts[from] ?? Number(from) * factor)
	}
	if (bare) {
		const pair = new RegExp(`(?<!\\p{L})(${bare}) ${to} (${bare})(?!\\p{L})`, 'gu')
		for (const { 1: from = '', 2: until = '' } of sentence.matchAll(pair))
			found.push(counts[from] ?? 0, counts[until] ?? 0)
	}
	return found
}

const readDirhams = (sentence: string, language: Language): number[] => {
	const { to, dirhams } = lexicons[language]
	const amount = `${digits}|${millions}`
	const span = new RegExp(
		`(?<![\\d-])(?:(${digits})${toJoint(to)})?(${amount}) (?:${dirhams})(?!\\p{L})`,
		'gu',
	)
	return [...sentence.matchAll(span)].flatMap(({ 1: from, 2: until = '' }) =>
		(from === undefined ? [until] : [from, until]).map(toNumber),
	)
}

/** Reads what a sentence says about a penalty, by the words that its language has for it; Arabic with vowel marks or without. */
export const readPenalty = (sentence: string, language: Language): PenaltyRead => {
	const plain = toPlainLetters(sentence).replaceAll(/[\u00A0\u202F]/gu, ' ')
	const lexicon = lexicons[language]
	return {
		claims: penaltyClaims.filter((claim) => lexicon.claims[claim]?.test(plain)),
		acts: acts.filter((act) => lexicon.acts[act].test(plain)),
		months: readMonths(plain, language),
		dirhams: readDirhams(plain, language),
	}
}
