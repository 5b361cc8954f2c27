/** Open data of the law: its kinds, its files, its citation, its catalogue. */
export { makeCitation, type DataCitation } from './citation.ts'
export { citationFiles, getDataRows, getTextFiles, type DataRow, type TextFiles } from './overview.ts'
