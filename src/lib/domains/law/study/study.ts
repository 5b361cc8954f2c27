import type { Instrument } from '../corpus/instrument.ts'
import type { Law } from '../corpus/law.ts'
import { getFigures, type LawFigures } from '../figures.ts'
import { countAssessments, getConvention, getMatrix, type AssessmentCounts } from '../matrix.ts'
import type { Provision } from '../corpus/provision.ts'
import { getStateOn, type LawState } from '../state-on.ts'
import { findStudyArticles, type StudyArticles } from './study-articles.ts'
import { findStudyMatters, type StudyMatter } from './study-matters.ts'
import { findStudyQuestions, type StudyQuestion } from './study-questions.ts'
import type { StudyRow } from './study-row.ts'

export type StudyConvention = {
	instrument: Instrument
	/** The state of the convention in Morocco on the day of the study. */
	state: LawState
	rows: StudyRow[]
	counts: AssessmentCounts
	/** Provisions of it that were read and that nobody has assessed yet. */
	unassessed: Provision[]
}

export type StudyInstrument = { instrument: Instrument; state: LawState }

/** All that the study holds, in the order in which it is printed. */
export type Study = {
	/** The day that the study tells the state of, `2026-11-24`. */
	day: string
	/** Every row, numbered through. */
	rows: StudyRow[]
	figures: LawFigures
	conventions: StudyConvention[]
	/** Texts that are law or treaty, and what is only a bill or announced. */
	instruments: Record<'national' | 'treaties' | 'plans', StudyInstrument[]>
	matters: StudyMatter[]
	questions: StudyQuestion[]
	articles: StudyArticles[]
}

/** Conventions as the programme names them; one that is not named here stands behind, by id. */
const order = [
	'coe-185',
	'coe-189',
	'coe-224',
	'las-2010',
	'coe-201',
	'un-cyber-2024',
	'un-crc',
	'un-opsc',
	'un-palermo',
	'ilo-182',
]
const getPlace = (id: string): number => (order.includes(id) ? order.indexOf(id) : order.length)
const comparePlaces = (one: string, other: string): number =>
	getPlace(one) - getPlace(other) || one.localeCompare(other)

/** The last day on which someone looked something up: what a study made from this corpus can speak of. */
export const getStudyDay = (law: Law): string =>
	[...law.instruments.map(({ status }) => status.asOf), ...law.mappings.map(({ assessed }) => assessed.on)]
		.sort()
		.at(-1) ?? ''

const numberRows = (law: Law): StudyRow[] =>
	getMatrix(law)
		.sort((one, other) => comparePlaces(one.convention.id, other.convention.id))
		.map((row, index) => ({ ...row, number: index + 1 }))

const sortInstruments = (law: Law, day: string): Study['instruments'] => {
	const all = law.instruments.map((instrument) => ({
		instrument,
		state: getStateOn(law, instrument.id, day),
	}))
	const isPlan = ({ instrument: { kind } }: StudyInstrument): boolean =>
		kind === 'bill' || kind === 'announcement'
	const inPlace = all.filter((one) => !isPlan(one))
	return {
		national: inPlace.filter(({ instrument }) => instrument.level === 'national'),
		treaties: inPlace
			.filter(({ instrument }) => instrument.level === 'international')
			.sort((one, other) => comparePlaces(one.instrument.id, other.instrument.id)),
		plans: all.filter(isPlan),
	}
}

/** The global study of the legal instruments as data: its rows numbered, counted, and brought together. */
export const makeStudy = (law: Law, day: string): Study => {
	const rows = numberRows(law)
	const conventions = [...new Set(rows.map(({ convention }) => convention))].map((instrument) => {
		const own = rows.filter(({ convention }) => convention === instrument)
		return {
			instrument,
			state: getStateOn(law, instrument.id, day),
			rows: own,
			counts: countAssessments(own.map(({ mapping }) => mapping)),
			unassessed: getConvention(law, instrument.id).unassessed,
		}
	})
	return {
		day,
		rows,
		figures: getFigures(law),
		conventions,
		instruments: sortInstruments(law, day),
		matters: findStudyMatters(law, rows),
		questions: findStudyQuestions(law, rows),
		articles: findStudyArticles(law, rows),
	}
}
