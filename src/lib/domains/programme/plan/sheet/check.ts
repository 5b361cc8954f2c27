/** Rules of one line of the plan, column by column. */
import { languages } from '#base'
import { planAudiences, planStates } from '../plan.ts'
import { reasonFields, titleFields, type Fields, type PlanThingKind } from './columns.ts'

/** Faults of a column of a line; their words stand in `messages/programme`. */
export const faultCodes = [
	'missing',
	'unknown',
	'day',
	'order',
	'long',
	'signs',
	'reason',
	'first',
	'circle',
	'twice',
	'reach',
	'changed',
	'id',
	'column',
	'version',
] as const
export type FaultCode = (typeof faultCodes)[number]
export type LineFault = { column: string; code: FaultCode }

/** Things that stand in the plan already, as far as a line refers to them. */
export type KnownLines = {
	initiatives: ReadonlySet<string>
	parties: ReadonlySet<string>
	regions: ReadonlySet<string>
}

const longest: Readonly<Record<string, number>> = { promise: 2000, source: 300, needs: 2000, audiences: 200 }
const longestOf = (name: string): number =>
	longest[name] ?? (name.startsWith('title_') ? 200 : /^(?:reason|note)_/u.test(name) ? 1000 : 60)

/** Control signs, and those that turn the direction of what follows: nobody types them, and they can hide words. */
const badSigns = /[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u

const isDay = (text: string): boolean => {
	if (!/^(?:19|20)\d{2}-\d{2}-\d{2}$/u.test(text)) return false
	const time = Date.parse(`${text}T00:00:00Z`)
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const isDoneOn = (text: string): boolean =>
	/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?$/u.test(text) || isDay(text)

const isAny = (names: readonly string[], fields: Fields): boolean =>
	names.some((name) => (fields[name] ?? '') !== '')

const days = ['promised_on', 'due', 'begun_on', 'ended_on'] as const

const checkDays = (fields: Fields): LineFault[] => {
	const wrong = days.filter((name) => (fields[name] ?? '') !== '' && !isDay(fields[name] ?? ''))
	if (wrong.length > 0) return wrong.map((column) => ({ column, code: 'day' }))
	const isBefore = (first: string, then: string): boolean =>
		(fields[first] ?? '') !== '' &&
		(fields[then] ?? '') !== '' &&
		(fields[then] ?? '') < (fields[first] ?? '')
	const late = [
		['promised_on', 'due'],
		['begun_on', 'ended_on'],
	] as const
	return late
		.filter(([first, then]) => isBefore(first, then))
		.map(([, column]) => ({ column, code: 'order' }))
}

const checkOneOf = (column: string, value: string, names: readonly string[]): LineFault[] =>
	names.includes(value) ? [] : [{ column, code: value === '' ? 'missing' : 'unknown' }]

const checkKnown = (column: string, value: string, names: ReadonlySet<string>): LineFault[] =>
	value === '' || names.has(value) ? [] : [{ column, code: 'unknown' }]

const checkPromise = (fields: Fields): LineFault[] =>
	fields['promise'] === '' ? [] : checkOneOf('promise_language', fields['promise_language'] ?? '', languages)

const checkAction = (fields: Fields, known: KnownLines): LineFault[] => [
	...checkOneOf('state', fields['state'] ?? '', planStates),
	...checkKnown('owner', fields['owner'] ?? '', known.parties),
	...checkKnown('region', fields['region'] ?? '', known.regions),
	...checkPromise(fields),
	...((fields['audiences'] ?? '')
		.split(' ')
		.every((one) => one === '' || planAudiences.some((it) => it === one))
		? []
		: [{ column: 'audiences', code: 'unknown' } as const]),
	...checkDays(fields),
	...(fields['state'] === 'dropped' && !isAny(reasonFields, fields)
		? [{ column: 'state', code: 'reason' } as const]
		: []),
]

const checkRealisation = (fields: Fields): LineFault[] => {
	const on = fields['done_on'] ?? ''
	return [
		...checkOneOf('state', fields['state'] ?? '', ['begun', 'done']),
		...(on === '' || isDoneOn(on) ? [] : [{ column: 'done_on', code: 'day' } as const]),
	]
}

/** Lists the faults of a line as it would stand. */
export const checkFields = (kind: PlanThingKind, fields: Fields, known: KnownLines): LineFault[] => [
	...Object.entries(fields).flatMap(([column, value]): LineFault[] => {
		if (value.length > longestOf(column)) return [{ column, code: 'long' }]
		return badSigns.test(value) ? [{ column, code: 'signs' }] : []
	}),
	...(isAny(titleFields, fields) ? [] : [{ column: 'title_fr', code: 'missing' } as const]),
	...(kind === 'action' ? checkAction(fields, known) : checkRealisation(fields)),
]

/** Checks a change of an action that everybody sees: its date moves with a new reason only, and is not taken away. */
export const checkMoved = (was: Fields, is: Fields, isPublished: boolean): LineFault[] => {
	const [before = '', after = ''] = [was['due'], is['due']]
	// A day that cannot be read is a fault of its own.
	if (!isPublished || before === '' || before === after || (after !== '' && !isDay(after))) return []
	const isExplained = isAny(reasonFields, is) && reasonFields.some((name) => was[name] !== is[name])
	return isExplained ? [] : [{ column: 'due', code: 'reason' }]
}

/** Languages in which a thing says less than in another: what is published speaks all four. */
export const findMissingWords = (fields: Fields): string[] =>
	['title', 'reason', 'note'].flatMap((name) => {
		const texts = languages.map((language) => `${name}_${language}`).filter((one) => one in fields)
		return name === 'title' || isAny(texts, fields) ? texts.filter((one) => fields[one] === '') : []
	})
