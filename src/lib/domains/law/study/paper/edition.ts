import type { Law } from '../../corpus/law.ts'
import type { Study } from '../study.ts'
import type { StudyWords } from './study-words.ts'

/** A study on its way to paper: what it says, in which language, and where the live one stands. */
export type Edition = {
	law: Law
	study: Study
	words: StudyWords
	/** Fingerprint of the corpus, by which two editions are told apart. */
	print: string
	/** Path of the pages of the law on the website, `/ar/law`. */
	address: string
}
