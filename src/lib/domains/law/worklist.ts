import { languages } from '#base'
import { isLawStale } from './fresh.ts'
import type { Instrument } from './corpus/instrument.ts'
import type { Law } from './corpus/law.ts'
import type { LawSituation } from './corpus/law-situation.ts'
import type { Ground, LawTexts } from './corpus/law-words.ts'
import type { Mapping } from './corpus/mapping.ts'

/** Kinds of work that waits, in the order in which they are listed. */
export const workKinds = [
	'question',
	'contradiction',
	'unverified',
	'stale',
	'blank',
	'unchecked',
	'likely',
	'unread',
] as const
export type WorkKind = (typeof workKinds)[number]

/** Something that waits for a jurist or for whoever keeps the corpus. */
export type WorkItem = {
	kind: WorkKind
	/** 1 is first. */
	priority: 1 | 2 | 3
	/** The record that it is about. */
	id: string
	/** `file:line` of that record. */
	place: string
	/** For a terminal, in English; pages put the kind into words. */
	says: string
}

type Found = Omit<WorkItem, 'place'>
type Rank = WorkItem['priority']

const complete = ['ar', 'fr', 'en'] as const

const item = (kind: WorkKind, priority: Rank, id: string, says: string): Found => ({
	kind,
	priority,
	id,
	says,
})

const getRecords = (law: Law): ({ id: string } & Ground)[] => [
	...law.instruments,
	...law.provisions,
	...law.mappings,
	...law.situations,
	...law.versions,
]

const findQuestions = (law: Law): Found[] => {
	const records = getRecords(law)
	return law.questions
		.filter(({ answer }) => answer === null)
		.map(({ id, priority, asks }) => {
			const count = records.filter(({ questions }) => questions.includes(id)).length
			return item('question', priority, id, `${asks.en ?? asks.fr ?? ''} (${count} records wait for it)`)
		})
}

const findGround = (law: Law): Found[] =>
	getRecords(law).flatMap(({ id, confidence, note, notes, review }) => [
		...notes.map(({ kind, says }) =>
			kind === 'unchecked'
				? item(kind, 2, id, says.en ?? says.fr ?? '')
				: item('contradiction', 1, id, says.en ?? says.fr ?? ''),
		),
		...(confidence === 'unverified'
			? [item('unverified', 1, id, note ?? 'named, but not found in a dependable source')]
			: []),
		...(confidence === 'likely'
			? [item('likely', 3, id, note ?? 'rests on one secondary source, or is computed or interpreted')]
			: []),
		...(review === 'none' ? [item('unread', 3, id, 'no jurist has read it')] : []),
	])

const findMissingTexts = (id: string, place: string, texts: LawTexts | null): Found[] =>
	texts === null
		? []
		: complete
				.filter((language) => texts[language] === undefined)
				.map((language) => item('blank', 3, id, `${place} is missing in ${language}`))

const isInForce = ({ status }: Instrument): boolean =>
	status.is === 'in-force' || status.is === 'in-force-amended'

const findInstrumentBlanks = (instrument: Instrument): Found[] => {
	const { id, level, kind, status, promulgation, bulletin, treaty, inForce, number } = instrument
	const isText = level === 'national' && kind !== 'bill' && kind !== 'announcement'
	const binds = isInForce(instrument)
	const blanks: [boolean, Rank, string][] = [
		[isText && promulgation.day === null, 1, 'day of promulgation'],
		[isText && promulgation.reference === null, 1, 'reference of promulgation'],
		[isText && bulletin.ar.day === null, 2, 'Bulletin Officiel, Arabic edition'],
		[binds && inForce === null, 2, 'first day in force'],
		[binds && level === 'international' && treaty?.deposited === null, 1, 'day of deposit'],
		[status.is === 'approved-deposit-not-found', 1, 'deposit'],
		[status.is === 'unknown', 1, 'status in Morocco'],
		[isText && number === null, 2, 'number'],
		[isText && bulletin.fr.day === null, 3, 'Bulletin Officiel, French edition'],
	]
	return blanks
		.filter(([isBlank]) => isBlank)
		.map(([, priority, what]) => item('blank', priority, id, `${what} is not known`))
}

const findSituationBlanks = ({ id, says, cautions, gap }: LawSituation): Found[] => [
	...findMissingTexts(id, 'says', says),
	...findMissingTexts(id, 'cautions', cautions),
	...findMissingTexts(id, 'gap', gap),
]

const findBlanks = (law: Law): Found[] => [
	...law.instruments.flatMap((instrument) => [
		...findInstrumentBlanks(instrument),
		...findMissingTexts(instrument.id, 'name', instrument.name),
		...findMissingTexts(instrument.id, 'says', instrument.says),
		...(instrument.namesConfidence === 'unverified'
			? [item('unverified', 2, instrument.id, 'its names were not found in a dependable source')]
			: []),
	]),
	...law.provisions.flatMap(({ id, title, says }) => [
		...findMissingTexts(id, 'title', title),
		...findMissingTexts(id, 'says', says),
	]),
	...law.mappings.flatMap(({ id, reason, fill }) => [
		...findMissingTexts(id, 'reason', reason),
		...findMissingTexts(id, 'fill', fill),
	]),
	...law.situations.flatMap(findSituationBlanks),
	...law.versions
		.filter(({ day }) => day === null)
		.map(({ id }) => item('blank', 2, id, 'the day of this change is not known')),
]

/** An assessment that its own record speaks against. */
const findDoubts = ({ id, assessment, gapType, fill, answers }: Mapping): Found[] => {
	const doubts: [boolean, string][] = [
		[
			assessment === 'covered' && gapType !== 'none',
			`is covered, and names a lack (${gapType}): which of the two holds?`,
		],
		[assessment !== 'covered' && gapType === 'none', `is ${assessment}, and names no lack`],
		[assessment === 'covered' && fill !== null, 'is covered, and says what would fill the gap'],
		[assessment === 'covered' && answers.length === 0, 'is covered, and names no Moroccan provision'],
	]
	return doubts.filter(([holds]) => holds).map(([, says]) => item('contradiction', 2, id, says))
}

const findStale = (law: Law, today: Date): Found[] => [
	...law.instruments
		.filter(({ status }) => isLawStale(status.asOf, today))
		.map(({ id, status }) => item('stale', 2, id, `its status was looked up on ${status.asOf}`)),
	...law.mappings
		.filter(({ assessed }) => isLawStale(assessed.on, today))
		.map(({ id, assessed }) => item('stale', 2, id, `was assessed on ${assessed.on}`)),
	...law.situations.flatMap(({ id, words }) =>
		languages.flatMap((language) => {
			const checked = words[language]?.checked
			return checked && isLawStale(checked, today)
				? [item('stale', 1, id, `its words in ${language} were checked on ${checked}`)]
				: []
		}),
	),
]

const byUrgency = (one: Found, other: Found): number =>
	one.priority - other.priority ||
	workKinds.indexOf(one.kind) - workKinds.indexOf(other.kind) ||
	one.id.localeCompare(other.id)

/** Lists what is unverified, contradictory, stale, blank or waiting for a jurist, most urgent first. */
export const getWorklist = (law: Law, today: Date): WorkItem[] =>
	[
		...findQuestions(law),
		...findGround(law),
		...findBlanks(law),
		...law.mappings.flatMap(findDoubts),
		...findStale(law, today),
	]
		.sort(byUrgency)
		.map((found) => ({ ...found, place: law.places.get(found.id) ?? 'content/law:1' }))
