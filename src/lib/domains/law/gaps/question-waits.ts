import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import type { LawSituation } from '../corpus/law-situation.ts'
import { getMatrix, type MatrixRow } from '../matrix.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Question } from '../corpus/question.ts'
import type { Version } from '../corpus/version.ts'

/** A question for a jurist with every record that waits for its answer. */
export type QuestionWaits = {
	question: Question
	rows: MatrixRow[]
	instruments: Instrument[]
	provisions: { provision: Provision; instrument: Instrument }[]
	situations: LawSituation[]
	/** Changes, each with the text that was changed and the one that changed it. */
	changes: { version: Version; instrument: Instrument; by: Instrument }[]
}

/** Questions with what waits for them: first those to be answered first, within a priority by number. */
export const getQuestionWaits = (law: Law): QuestionWaits[] => {
	const { instruments } = getIndex(law)
	return [...law.questions]
		.sort((one, other) => one.priority - other.priority || one.id.localeCompare(other.id))
		.map((question) => {
			const waits = ({ questions }: { questions: readonly string[] }): boolean =>
				questions.includes(question.id)
			return {
				question,
				rows: getMatrix(law, { question: question.id }),
				instruments: law.instruments.filter(waits),
				provisions: law.provisions.filter(waits).flatMap((provision) => {
					const instrument = instruments.get(provision.instrument)
					return instrument ? [{ provision, instrument }] : []
				}),
				situations: law.situations.filter(waits),
				changes: law.versions.filter(waits).flatMap((version) => {
					const [instrument, by] = [instruments.get(version.instrument), instruments.get(version.by)]
					return instrument && by ? [{ version, instrument, by }] : []
				}),
			}
		})
}
