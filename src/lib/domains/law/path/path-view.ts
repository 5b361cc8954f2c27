import type { Language } from '#base'
import { pickWords, type Asker } from '#domains/guide'
import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import {
	pathQuestions,
	type LawPathWords,
	type PathQuestion,
	type PathReader,
	type PathStepId,
} from '../corpus/law-path.ts'
import { isPresent } from '../present.ts'
import type { Provision } from '../corpus/provision.ts'

/** Answer of a step, and the articles that say so. */
export type PathLine = { question: PathQuestion; text: string; articles: Provision[] }

/** The way from telling somebody to judgment, for one reader in one language. */
export type PathView = {
	reader: PathReader
	/** The language that its words are written in. */
	language: Language
	words: LawPathWords
	steps: { id: PathStepId; title: string; lines: PathLine[] }[]
	/** The texts that were read, with the day up to which their copies are consolidated. */
	texts: Instrument[]
	read: string
}

/** Address below the language; that of adults is the shortest. */
export const getPathAddress = (reader: PathReader): string =>
	reader === 'adults' ? '/law/path' : `/law/path/${reader}`

/** Reader of the way, for an asker of the help finder. */
export const getPathReader = (asker: Asker): PathReader =>
	asker === 'child' ? 'children' : asker === 'teen' ? 'teens' : 'adults'

/**
 * The way in `language`.
 * @throws when no language has it, which the build refuses
 */
export const getPathView = (law: Law, reader: PathReader, language: Language): PathView => {
	const { provisions, instruments } = getIndex(law)
	const picked = pickWords(law.path.words[reader], language)
	if (!picked) throw new Error(`nobody has written the way for ${reader}`)
	return {
		reader,
		...picked,
		steps: law.path.steps.map(({ id, answers }) => ({
			id,
			title: picked.words.steps[id].title,
			lines: pathQuestions.flatMap((question) => {
				const text = picked.words.steps[id][question]
				if (text === undefined) return []
				const articles = (answers[question] ?? []).map((it) => provisions.get(it)).filter(isPresent)
				return [{ question, text, articles }]
			}),
		})),
		texts: law.path.texts.map((id) => instruments.get(id)).filter(isPresent),
		read: law.path.read,
	}
}
