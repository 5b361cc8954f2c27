import { languages } from '../src/lib/base/index.ts'
import { buildDeskContent, getSafetyTexts as getTextsOfDesk } from '../src/lib/domains/cases/answers/index.ts'
import {
	buildLibrary,
	checkSafety,
	ContentError,
	countParity,
	getSafetyTexts,
	parseSafety,
	safetyFolder,
	type ParityRow,
	type SafetyText,
} from '../src/lib/domains/guide/index.ts'
import { buildLaw, getSafetyTexts as getTextsOfLaw } from '../src/lib/domains/law/index.ts'
import { getSiteSafetyTexts } from './safety-site.ts'
import { buildSkills, getSafetyTexts as getTextsOfSkills } from '../src/lib/domains/skills/index.ts'

/** Every text that is held against the messages, wherever it stands. */
const collectTexts = (files: ReadonlyMap<string, string>): SafetyText[] => {
	const library = buildLibrary(files)
	return [
		...getSafetyTexts(library),
		...getTextsOfSkills(buildSkills(files, library)),
		...getTextsOfLaw(buildLaw(files, library)),
		...getTextsOfDesk(buildDeskContent(files, library).templates),
		...getSiteSafetyTexts(library.contacts),
	]
}

const toRow = ({ message, counts }: ParityRow, width: number): string =>
	[
		message.id.padEnd(width),
		message.need.padEnd(5),
		...languages.map((language) => `${counts[language].carry}/${counts[language].of}`.padStart(9)),
	].join(' ')

/**
 * The parity table of a content tree (messages down, languages across: texts that carry it, of how many), and what is missing or
 * forbidden in it, as `file:line: reason`.
 *
 * @throws ContentError when a file cannot be read
 */
export const findSafetyGaps = (files: ReadonlyMap<string, string>): { table: string; gaps: string[] } => {
	const parsed = [...files]
		.filter(([file]) => file.startsWith(safetyFolder))
		.map(([file, text]) => ({ file, result: parseSafety(file, text) }))
	const broken = parsed.flatMap(({ file, result }) =>
		result.ok ? [] : result.issues.map(({ path, message }) => `${file}:${path}: ${message}`),
	)
	if (broken.length > 0) throw new ContentError(`content cannot be shown:\n${broken.join('\n')}`)
	const messages = parsed.flatMap(({ result }) => (result.ok ? result.value : []))
	// the rest of the tree is read without the messages, so that a gap does not hide the table
	const texts = collectTexts(new Map([...files].filter(([file]) => !file.startsWith(safetyFolder))))
	const width = Math.max(...messages.map(({ id }) => id.length))
	const head = ['message'.padEnd(width), 'need '.padEnd(5), ...languages.map((one) => one.padStart(9))].join(
		' ',
	)
	return {
		table: [head, ...countParity(messages, texts).map((row) => toRow(row, width))].join('\n'),
		gaps: checkSafety(messages, texts, ['first', 'now', 'page', 'ending', 'quiz', 'law', 'reply', 'site']),
	}
}
