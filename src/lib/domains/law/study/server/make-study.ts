import { getPdfMaker } from '#platform'
import { sources, templates } from '#ui/paper'
import { createHash } from 'node:crypto'
import { law } from '../../server/library.ts'
import {
	createStudyWords,
	studyLanguages,
	toStudyReport,
	toStudySummary,
	type StudyLanguage,
} from '../paper/index.ts'
import { getStudyDay, makeStudy, type Study } from '../study.ts'

const data = { study: toStudyReport, summary: toStudySummary } as const
const kinds = ['study', 'summary'] as const

/** A file that is handed out. */
export type StudyPaper = {
	kind: (typeof kinds)[number]
	language: StudyLanguage
	/** Name of the file without its ending. */
	name: string
	file: Uint8Array
	pages: number
}

/** The study of the corpus as it was built. */
export const study: Study = makeStudy(law, getStudyDay(law))

const getPrint = (): string => {
	const hash = createHash('sha256')
		.update(JSON.stringify({ ...law, places: [] }))
		.digest('hex')
	return `${hash.slice(0, 4)}-${hash.slice(4, 8)}`
}

/** Fingerprint of the corpus: two papers with the same one say the same. */
export const studyPrint: string = getPrint()

const countPages = (file: Uint8Array): number =>
	Buffer.from(file)
		.toString('latin1')
		.match(/\/Type \/Page\b/gu)?.length ?? 0

const makePaper = (kind: StudyPaper['kind'], language: StudyLanguage): StudyPaper => {
	const edition = {
		law,
		study,
		words: createStudyWords(language),
		print: studyPrint,
		address: `/${language}/law`,
	}
	// The day of the study, so that the same corpus gives the same file.
	const at = new Date(`${study.day}T00:00:00Z`)
	const file = getPdfMaker(sources)(templates[kind], data[kind](edition), at)
	return { kind, language, name: `thiqa-law-${kind}-${language}`, file, pages: countPages(file) }
}

let papers: readonly StudyPaper[] | undefined

/** Every file, the whole study before the single page; all are made at the first call and kept. */
export const getStudyPapers = (): readonly StudyPaper[] => {
	papers ??= kinds.flatMap((kind) => studyLanguages.map((language) => makePaper(kind, language)))
	return papers
}

/** The file of this name (`thiqa-law-study-ar`); `undefined` when there is none. */
export const findStudyPaper = (name: string): StudyPaper | undefined =>
	getStudyPapers().find((paper) => paper.name === name)
