import type { Instrument } from '../corpus/instrument.ts'
import type { Law } from '../corpus/law.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Question } from '../corpus/question.ts'
import type { StudyRow } from './study-row.ts'

/** A question for a jurist, and what waits for its answer. */
export type StudyQuestion = {
	question: Question
	rows: StudyRow[]
	instruments: Instrument[]
	provisions: Provision[]
}

/** Questions, those to be answered first first. */
export const findStudyQuestions = (law: Law, rows: readonly StudyRow[]): StudyQuestion[] =>
	[...law.questions]
		.sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1))
		.map((question) => {
			const waits = ({ questions }: { questions: string[] }): boolean => questions.includes(question.id)
			return {
				question,
				rows: rows.filter(({ mapping }) => waits(mapping)),
				instruments: law.instruments.filter(waits),
				provisions: law.provisions.filter(waits),
			}
		})
