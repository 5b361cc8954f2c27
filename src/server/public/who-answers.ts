/** Builds the view of who answers for the hotline, from the operator's record and the hours of the desk. */
import type { Language } from '#base'
import { findOpening, isOpen } from '#domains/wellbeing/hours'
import { pickWords } from '#domains/guide'
import type { Answering } from '#domains/reports'
import type { LiveOperator, OperatorWords } from '#platform'
import { getDeskRules } from '#server/process/desk-rules'
import type { DeskRules } from '#server/process/held-rules'
import { findOperator } from '#server/process/apart/held-operator'

const pick = (words: OperatorWords, language: Language) =>
	pickWords(words, language) ?? ({ language: 'ar', words: words.ar } as const)

const toClock = (minutes: number): string =>
	[Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':')

const findNext = ({ hours, calendar }: DeskRules['time'], at: Date) => {
	const next = findOpening(hours, calendar, at)
	if (!next) return undefined
	const weekday = new Date(`${next.date}T00:00:00Z`).getUTCDay() || 7
	return { date: next.date, weekday, clock: toClock(next.minutes) }
}

/** Gives what a reader of `language` is shown at a moment. */
export const toAnswering = (
	{ name, hours, legalBasis, contact: { email, phone } }: LiveOperator,
	time: DeskRules['time'],
	{ language, at }: { language: Language; at: Date },
): Answering => ({
	name: pick(name, language),
	hours: pick(hours, language),
	legalBasis: pick(legalBasis, language),
	contact: { email, ...(phone === undefined ? {} : { phone }) },
	isAlways: time.hours === 'always',
	closed: isOpen(time.hours, time.calendar, at) ? undefined : { opens: findNext(time, at) },
})

/** The same for this installation; `undefined` while nobody answers for it. */
export const findAnswering = (language: Language, at = new Date()): Answering | undefined => {
	const operator = findOperator()
	if (operator?.state !== 'live') return undefined
	return toAnswering(operator.record, getDeskRules().time, { language, at })
}
