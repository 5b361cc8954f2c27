import { AppError } from '#base'
import type { Instrument } from './corpus/instrument.ts'
import type { LawSource } from './corpus/law-source.ts'
import { getIndex, type Law } from './corpus/law.ts'
import { assessments, type Assessment, type Mapping } from './corpus/mapping.ts'
import { isPresent } from './present.ts'
import type { Provision } from './corpus/provision.ts'
import type { Question } from './corpus/question.ts'

/** One row of the study: what a convention asks, what answers it, and how well. */
export type MatrixRow = {
	mapping: Mapping
	asks: Provision
	convention: Instrument
	answers: Provision[]
	/** Wordings of the same duty in other conventions. */
	like: Provision[]
	questions: Question[]
	sources: LawSource[]
}

/** Provisions of one text. */
export type TextProvisions = { instrument: Instrument; provisions: Provision[] }

/** Filter of a reader; what is not named is not narrowed. */
export type MatrixFilter = {
	convention?: string | undefined
	assessment?: Assessment | undefined
	/** Id of a question for the jurist. */
	question?: string | undefined
}

/** Number of rows by assessment. */
export type AssessmentCounts = Record<Assessment, number>

/** A convention with its table. */
export type ConventionView = {
	convention: Instrument
	rows: MatrixRow[]
	counts: AssessmentCounts
	/** Provisions of it that nobody has assessed yet. */
	unassessed: Provision[]
}

/** A mapping with its records; the library has checked that they are there. */
export const toRow = (law: Law, mapping: Mapping): MatrixRow => {
	const { instruments, provisions, questions, sources } = getIndex(law)
	const asks = provisions.get(mapping.asks)
	const convention = instruments.get(mapping.convention)
	if (!asks || !convention) throw new Error('mapping without its convention: the corpus was not checked')
	return {
		mapping,
		asks,
		convention,
		answers: mapping.answers.map((id) => provisions.get(id)).filter(isPresent),
		like: mapping.like.map((id) => provisions.get(id)).filter(isPresent),
		questions: mapping.questions.map((id) => questions.get(id)).filter(isPresent),
		sources: mapping.sources.map((id) => sources.get(id)).filter(isPresent),
	}
}

/** Provisions by the text that they stand in, both in the order in which they are first named. */
export const groupByText = (law: Law, provisions: readonly Provision[]): TextProvisions[] => {
	const { instruments } = getIndex(law)
	return [...new Set(provisions.map(({ instrument }) => instrument))].flatMap((id) => {
		const instrument = instruments.get(id)
		if (!instrument) return []
		return [{ instrument, provisions: provisions.filter((provision) => provision.instrument === id) }]
	})
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

/** Order of two conventions by id, for `sort()`: as the programme names them, then by id. */
export const byPlace = (one: string, other: string): number =>
	getPlace(one) - getPlace(other) || one.localeCompare(other)

/** Rows of the study that pass the filter, convention after convention, each in the order of its articles. */
export const getMatrix = (law: Law, filter: MatrixFilter = {}): MatrixRow[] =>
	law.mappings
		.filter(
			({ convention, assessment, questions }) =>
				(filter.convention === undefined || convention === filter.convention) &&
				(filter.assessment === undefined || assessment === filter.assessment) &&
				(filter.question === undefined || questions.includes(filter.question)),
		)
		.map((mapping) => toRow(law, mapping))
		.sort((one, other) => byPlace(one.convention.id, other.convention.id))

/** Counts the rows, or anything else that is assessed, by assessment. */
export const countAssessments = (mappings: readonly Pick<Mapping, 'assessment'>[]): AssessmentCounts => {
	const counts: AssessmentCounts = { covered: 0, partly: 0, gap: 0, unknown: 0 }
	for (const { assessment } of mappings) counts[assessment] += 1
	return counts
}

/** The conventions that the study assesses, in its order. */
export const getConventions = (law: Law): Instrument[] => {
	const { instruments } = getIndex(law)
	return [...new Set(law.mappings.map(({ convention }) => convention))]
		.map((id) => instruments.get(id))
		.filter(isPresent)
		.sort((one, other) => byPlace(one.id, other.id))
}

/** Every international text of the corpus, those of the study first; some of them nobody has assessed yet. */
export const getTreaties = (law: Law): Instrument[] => {
	const assessed = getConventions(law)
	const others = law.instruments.filter(
		(instrument) => instrument.level === 'international' && !assessed.includes(instrument),
	)
	return [...assessed, ...others.sort((one, other) => byPlace(one.id, other.id))]
}

/**
 * A convention with the table of its provisions and their assessments: no rows when nobody has assessed it yet.
 * @throws AppError `law.not-found` when no international text has this id
 */
export const getConvention = (law: Law, id: string): ConventionView => {
	const convention = getIndex(law).instruments.get(id)
	if (convention?.level !== 'international')
		throw new AppError('law.not-found', 404, 'table of a convention: no international text has this id')
	const rows = getMatrix(law, { convention: id })
	const { provisionsOf, mappingOf } = getIndex(law)
	return {
		convention,
		rows,
		counts: countAssessments(rows.map(({ mapping }) => mapping)),
		unassessed: (provisionsOf.get(id) ?? []).filter((provision) => !mappingOf.has(provision.id)),
	}
}

/** True for a string that is one of the assessments. */
export const isAssessment = (value: string): value is Assessment =>
	(assessments as readonly string[]).includes(value)
