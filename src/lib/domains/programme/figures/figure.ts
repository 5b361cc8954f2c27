/**
 * Published numbers: frozen once they are out, put right only by an erratum that stands beside the old number for ever. A number is never without
 * its interval, or the word that it is exact.
 */
import type { CountedPeriod } from '../places/index.ts'

export const figureStates = ['shown', 'too-few', 'not-counted', 'withheld'] as const

/** A number, or the reason why there is none. `low` and `high`: ends of its interval; none: the number is exact. */
export type Value = {
	value: number | undefined
	low: number | undefined
	high: number | undefined
	status: (typeof figureStates)[number]
}

/** Subject of a number: an indicator of `content/programme/indicators.yaml`, a code of `places/`, a time of `places/period.ts`. */
export type FigureKey = { indicator: string; place: string; period: CountedPeriod }

export type Figure = FigureKey &
	Value & {
		/** Number of things that it was made of, where there is one. */
		n?: number | undefined
		/** Its way and its version: `sessions/1`. */
		method: string
	}

/** The number of an indicator that was found wrong, and what is right. Words by language. */
export type Erratum = FigureKey & {
	id: string
	/** First, second, third correction of the same number. */
	life: number
	was: Value
	is: Value
	reason: Readonly<Record<'ar' | 'fr', string>>
	/** Day, `2026-11-29`. */
	on: string
	/** Entry of the public record. */
	entry: string
}

/** A published number with the day on which it came out, and what was put right in it, the oldest first. */
export type PublishedFigure = Figure & { publishedOn: string; errata: readonly Erratum[] }

/** Number that was aimed at, with those that it replaces, the oldest first. `agreedOn`: civil days. */
export type FigureTarget = FigureKey & {
	value: number
	agreedOn: string
	before: readonly { value: number; agreedOn: string }[]
}

/** All that is published, in the order of keys. */
export type Published = {
	figures: readonly PublishedFigure[]
	targets: readonly FigureTarget[]
}

/** The number as it stands now: that of the last erratum. */
export const getCurrent = ({ errata, ...figure }: PublishedFigure): Value => errata.at(-1)?.is ?? figure

/** One string for each thing that a number can be about. */
export const toFigureKey = ({ indicator, place, period }: FigureKey): string =>
	`${indicator} ${place} ${period}`

const isFinite = (value: number | undefined): boolean => value === undefined || Number.isFinite(value)

/** True for a number that may be published: shown with its interval or exact, or with the reason and nothing else. */
export const isSoundValue = ({ value, low, high, status }: Value): boolean => {
	if (![value, low, high].every(isFinite) || (low === undefined) !== (high === undefined)) return false
	if (status !== 'shown') return value === undefined && low === undefined
	return value !== undefined && (low ?? value) <= value && value <= (high ?? value)
}
