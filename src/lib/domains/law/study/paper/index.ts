/** The study of the law as it is printed: chapters, tables and figures for the templates `study` and `summary`, and its words. */
export type { Edition } from './edition.ts'
export { toStudyReport } from './report.ts'
export { createStudyWords, studyLanguages, type StudyLanguage } from './study-words.ts'
export { toStudySummary } from './summary.ts'
