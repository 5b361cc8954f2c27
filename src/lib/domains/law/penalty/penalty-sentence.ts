import type { Language } from '#base'
import { penaltyWords, type PenaltyWords } from './penalty-words.ts'
import type { Doubling, Penalty, Provision } from '../corpus/provision.ts'

type Bounds = { from: number; to: number }

const toDuration = (words: PenaltyWords, months: number): string =>
	months % 12 === 0 && months > 0 ? words.years(months / 12) : words.months(months)

const toTime = (words: PenaltyWords, { from, to }: Bounds): string => {
	const isYears = (months: number): boolean => months % 12 === 0 && months > 0
	if (from === to) return words.exactTime(toDuration(words, to))
	const unit = isYears(from) ? 12 : 1
	const start =
		words.saysUnitOnce && isYears(from) === isYears(to) ? String(from / unit) : toDuration(words, from)
	return words.span(start, toDuration(words, to))
}

const toAmount = (words: PenaltyWords, amount: number): string =>
	String(amount).replace(/\B(?=(\d{3})+$)/gu, words.thousands)

const toMoney = (words: PenaltyWords, { from, to }: Bounds): string => {
	const end = words.dirhams(toAmount(words, to), to)
	return words.fine(from === to ? words.exactAmount(end) : words.span(toAmount(words, from), end))
}

const toPrison = (words: PenaltyWords, prison: NonNullable<Penalty['prison']>): string => {
	const { kind, from, to } = prison
	if (kind === 'life') return words.life
	if (from === null || to === null) return words.raises
	return words[kind](toTime(words, { from, to }))
}

const toCore = (words: PenaltyWords, { rule, prison, fine }: Penalty): string | undefined => {
	const time = prison && toPrison(words, prison)
	const money = fine && toMoney(words, fine)
	if (rule === 'of-most-serious-prepared-offence') return words.prepared
	if (time && money) return rule === 'and' ? words.and(time, money) : words.either(time, money)
	return time ?? money
}

/** An amount of dirhams as the language writes it: bare, as in the sentence. */
export const toDirhamNumber = (amount: number, language: Language): string =>
	toAmount(penaltyWords[language], amount)

/** Conditions under which a penalty is doubled, in words, each beginning with the word for “if”. */
export const getDoublingWords = (doubledIf: readonly Doubling[], language: Language): string[] =>
	doubledIf.map((doubling) => penaltyWords[language].doublings[doubling])

const toCapital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/**
 * Formats the penalty of an article as one or more sentences; `undefined` when it has none. Numbers are
 * bare: `words.text()` isolates them.
 */
export const penaltyToSentence = (
	{ penalty }: Pick<Provision, 'penalty'>,
	language: Language,
): string | undefined => {
	if (!penalty) return undefined
	const words = penaltyWords[language]
	const core = toCore(words, penalty)
	const cases = getDoublingWords(penalty.doubledIf, language)
	const sentences = [
		core && `${toCapital(core)}.`,
		cases.length > 0 && words.doubled(cases.join(words.or)),
		penalty.legalPersonFine && words.legalPerson(toMoney(words, penalty.legalPersonFine)),
	]
	return sentences.filter((sentence) => typeof sentence === 'string').join(' ') || undefined
}
