import { splitWords } from '#tools/script/arabizi'
import type { OpenedReport } from './open-report.ts'

const toText = ({ report: { answers }, letters }: OpenedReport): string =>
	[
		answers.words,
		...answers.where.flatMap(({ link, app, nickname }) => [link ?? '', app ?? '', nickname ?? '']),
		...letters.map(({ text }) => text),
	].join(' ')

/**
 * True when an opened report has every word that is looked for, or one that begins with it; without regard to case, marks and
 * ways to write a letter. True for an empty search.
 */
export const findOpened = (opened: OpenedReport, search: string): boolean => {
	const wanted = splitWords(search)
	if (wanted.length === 0) return true
	const words = splitWords(toText(opened))
	return wanted.every((one) => words.some((word) => word.startsWith(one)))
}
