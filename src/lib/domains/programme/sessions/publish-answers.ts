/**
 * Rows that a quarter publishes of what classes answered: the share of sheets with most items right, before, after and eight weeks later. For the
 * country alone, so that no place is left to reckon another from; from five sessions; a class of a few is not among them.
 */
import type { Figure } from '../figures/index.ts'
import { country } from '../places/index.ts'
import { fewestSessions } from './publish-parts.ts'

/** Sheets of a class under which nothing of it is told: a small class would name its pupils. */
export const fewestSheets = 8

export const answerMoments = ['before', 'after', 'w8'] as const
export type AnswerMoment = (typeof answerMoments)[number]

/** Sheets of one quiz of a session by how many items were right, 0 first. */
export type ClassScores = { session: string; moment: AnswerMoment; scores: readonly number[] }

const indicators: Readonly<Record<AnswerMoment, string>> = {
	before: 'answers-right-before',
	after: 'answers-right-after',
	w8: 'answers-right-later',
}

/** At most one item is wrong. */
const hasMostRight = (right: number, items: number): boolean => right >= items - 1

const count = (scores: readonly number[]): number => scores.reduce((all, sheets) => all + sheets, 0)

const toRow = (moment: AnswerMoment, classes: readonly ClassScores[]): Omit<Figure, 'period'> => {
	const own = classes.filter((one) => one.moment === moment && count(one.scores) >= fewestSheets)
	const row = { indicator: indicators[moment], place: country, method: 'class-answers/1' }
	const none = { ...row, value: undefined, low: undefined, high: undefined }
	if (own.length === 0) return { ...none, status: 'not-counted' }
	if (new Set(own.map(({ session }) => session)).size < fewestSessions) return { ...none, status: 'too-few' }
	const sheets = own.reduce((all, { scores }) => all + count(scores), 0)
	const right = own.reduce(
		(all, { scores }) => all + count(scores.filter((_, items) => hasMostRight(items, scores.length - 1))),
		0,
	)
	return { ...row, value: right / sheets, low: undefined, high: undefined, n: sheets, status: 'shown' }
}

/** The rows of one period, of the sessions that were held in it. */
export const listAnswerFigures = (classes: readonly ClassScores[], period: string): Figure[] =>
	answerMoments.map((moment) => ({ ...toRow(moment, classes), period }))

/** Sheets of a class in three bands, and nothing of a class of a few. */
export const toScoreBands = (
	scores: readonly number[],
): { few: number; some: number; most: number } | undefined => {
	if (count(scores) < fewestSheets) return undefined
	const items = scores.length - 1
	const most = count(scores.filter((_, right) => hasMostRight(right, items)))
	const few = count(scores.filter((_, right) => right * 2 < items && !hasMostRight(right, items)))
	return { few, some: count(scores) - most - few, most }
}
