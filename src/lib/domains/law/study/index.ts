/**
 * The global study of the legal instruments: every row of the matrix numbered, counted and brought together, for paper.
 * Pages read the matrix itself.
 */
export { getStudyDay, makeStudy } from './study.ts'
