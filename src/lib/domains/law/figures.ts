import type { Instrument } from './corpus/instrument.ts'
import type { Law } from './corpus/law.ts'
import type { Assessment, Mapping } from './corpus/mapping.ts'
import { countAssessments, getConventions, type AssessmentCounts } from './matrix.ts'

/** Figures for the scoreboard. */
export type LawFigures = {
	instruments: number
	provisions: number
	mappings: number
	situations: number
	sources: number
	/** Over all conventions. */
	counts: AssessmentCounts
	byConvention: { convention: Instrument; total: number; counts: AssessmentCounts }[]
	questions: { open: number; answered: number; byPriority: Record<1 | 2 | 3, number> }
	/** Records that a named jurist has read, of all that need it. */
	read: { done: number; of: number }
}

/** Assessments as they stood at the end of a day. */
export type Progress = { day: string; counts: AssessmentCounts }

export const getFigures = (law: Law): LawFigures => {
	const records = [...law.instruments, ...law.provisions, ...law.mappings, ...law.situations, ...law.versions]
	const open = law.questions.filter(({ answer }) => answer === null)
	const count = (wanted: number): number => open.filter(({ priority }) => priority === wanted).length
	return {
		instruments: law.instruments.length,
		provisions: law.provisions.length,
		mappings: law.mappings.length,
		situations: law.situations.length,
		sources: law.sources.length,
		counts: countAssessments(law.mappings),
		byConvention: getConventions(law).map((convention) => {
			const mappings = law.mappings.filter((mapping) => mapping.convention === convention.id)
			return { convention, total: mappings.length, counts: countAssessments(mappings) }
		}),
		questions: {
			open: open.length,
			answered: law.questions.length - open.length,
			byPriority: { 1: count(1), 2: count(2), 3: count(3) },
		},
		read: { done: records.filter(({ review }) => review !== 'none').length, of: records.length },
	}
}

const findAssessmentOn = (
	{ assessment, assessed, earlier }: Mapping,
	day: string,
): Assessment | undefined => {
	if (assessed.on <= day) return assessment
	return earlier.filter(({ on }) => on <= day).sort((one, other) => (one.on < other.on ? 1 : -1))[0]
		?.assessment
}

/** Counts of the assessments on every day on which one was made, oldest first. */
export const getProgress = (law: Law): Progress[] => {
	const days = new Set(
		law.mappings.flatMap(({ assessed, earlier }) => [assessed.on, ...earlier.map(({ on }) => on)]),
	)
	return [...days].sort().map((day) => ({
		day,
		counts: countAssessments(
			law.mappings.flatMap((mapping) => {
				const assessment = findAssessmentOn(mapping, day)
				return assessment ? [{ assessment }] : []
			}),
		),
	}))
}
