import type { Cell, Line } from '#ui/paper'
import type { LawNote } from '../../corpus/law-words.ts'
import type { Mapping } from '../../corpus/mapping.ts'
import type { StudyWords } from './study-words.ts'

/** Text for a fact that nobody has found: written, never left empty. */
export const toBlank = (words: StudyWords): Line => ({ text: words.t('law.study.none'), look: 'blank' })

/** Text of a fact that was found, or that nobody has. */
export const toFound = (words: StudyWords, text: string | null | undefined, look?: Line['look']): Line =>
	text ? { text, ...(look && { look }) } : toBlank(words)

export const toDay = (words: StudyWords, iso: string | null | undefined): Line =>
	toFound(words, iso && words.day(iso))

export const toLines = (...lines: (Line | Line[])[]): Cell => ({ lines: lines.flat() })

/** The mark of an assessment, its word, and what kind of thing is missing. */
export const toMark = (words: StudyWords, { assessment, gapType }: Mapping): Cell => ({
	mark: assessment,
	word: words.t(`law.study.assessment.${assessment}`),
	...(gapType !== 'none' && { note: words.t(`law.study.lack.${gapType}`) }),
})

/** Caveats: what does not agree and what nobody has checked, said where it matters. */
export const toNotes = (words: StudyWords, notes: readonly LawNote[]): Line[] =>
	notes.map(({ kind, says }) => ({
		text: words.t(`law.study.note.${kind}`, { text: words.text(says) }),
		look: 'warn',
	}))

/** Number of facts in the tables that nobody has found. */
export const countBlanks = (rows: readonly Cell[][]): number =>
	rows
		.flat()
		.flatMap((cell) => (typeof cell === 'object' && 'lines' in cell ? (cell.lines ?? []) : []))
		.filter(({ look }) => look === 'blank').length
