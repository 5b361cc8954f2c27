import { search, type SearchAnswer } from '#domains/guide/search'
import { getSituationReader, type SituationReader } from '../situations/situation-page.ts'
import { findReferences, type Reference, type References } from './find-references.ts'
import { findTexts, type TextHit } from './find-texts.ts'
import type { LawSearchIndex } from './law-search-index.ts'
import { readBareWords } from './number-words.ts'

/** Results of a query of the law, in four lists, each best first; ids only. */
export type LawAnswer = {
	/** Exact results for a number or a name: first on the page. */
	exact: Reference[]
	/** Numbers that were surely meant and that nothing here holds. */
	missing: string[]
	situations: string[]
	/** True when what happened was understood; else `situations` are only the nearest ones. */
	isHeard: boolean
	provisions: string[]
	instruments: string[]
	/** Help numbers must stand above all of it. */
	helpPanel: boolean
	/** A number of a law or an article was surely meant and found. */
	isTold: boolean
	/** Reader in whose words the situations are first shown: of who seems to ask, the adults' for who asks by number. */
	reader: SituationReader
}

const maxCharacters = 200
/** Texts far behind the best one only hold the same words. */
const leastScore = 0.3
const most = { situations: 3, provisions: 8, instruments: 5 }
/** Score that a number which may be an age or a price adds to an article that also holds the words. */
const numberShare = 0.3

/** Without the words that everybody says who asks about the law, if others are left. */
const toSituationQuery = ({ common }: LawSearchIndex, query: string): string => {
	const words = query.split(/[\s،؛,;.!?؟]+/u)
	const telling = words.filter((word) => !readBareWords(word).some((folded) => common.has(folded)))
	return telling.join(' ')
}

const raise = (hits: readonly TextHit[], { perhaps, found }: References): TextHit[] => {
	const likely = new Set([...perhaps, ...found].map(({ id }) => id))
	return hits
		.map((hit) => (likely.has(hit.document.id) ? { ...hit, score: hit.score + numberShare } : hit))
		.sort((a, b) => b.score - a.score)
}

/** Sorts several articles with one number: first those that also hold the words. */
const sortExact = (found: readonly Reference[], hits: readonly TextHit[]): Reference[] => {
	const scores = new Map(hits.map(({ document, score }) => [document.id, score]))
	const isProvision = ({ kind }: Reference): boolean => kind === 'provision'
	const provisions = found
		.filter(isProvision)
		.sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0))
	return [...provisions, ...found.filter((one) => !isProvision(one))]
}

/** True when what happened was understood and its page raises the help panel: who asks in the words of the law is not calm for that. */
const isGrave = ({ situations }: LawSearchIndex, { isSure, results: [first] }: SearchAnswer): boolean =>
	isSure && situations.topics.some(({ id, raisesHelpPanel }) => id === first?.topic && raisesHelpPanel)

/**
 * Searches the law: by number in any writing, by words, by what happened. Reads at most 300 characters,
 * never throws, keeps nothing of the query.
 */
export const searchLaw = (index: LawSearchIndex, query: string): LawAnswer => {
	const references = findReferences(index.numbers, query)
	const hits = raise(
		findTexts(
			index,
			references.words.filter((word) => !index.common.has(word)),
		),
		references,
	)
	const heard = search(
		index.situations,
		references.isOnly ? '' : toSituationQuery(index, query.slice(0, maxCharacters)),
	)
	const exact = sortExact(references.found, hits)
	const shown = new Set(exact.map(({ id }) => id))
	const pick = (kind: 'provision' | 'instrument', count: number): string[] =>
		hits
			.filter(
				({ document, score }) => document.kind === kind && score >= leastScore && !shown.has(document.id),
			)
			.map(({ document }) => document.id)
			.slice(0, count)
	const named = references.named.filter((id) => !shown.has(id))
	const instruments = [...new Set([...named, ...pick('instrument', most.instruments)])]
	const provisions = pick('provision', most.provisions)
	return {
		exact,
		missing: references.missing,
		situations: heard.results.map(({ topic }) => topic).slice(0, most.situations),
		isHeard: heard.isSure,
		provisions,
		instruments: instruments.slice(0, most.instruments),
		helpPanel: heard.helpPanel || isGrave(index, heard),
		isTold: references.isTold,
		reader: getSituationReader(references.isTold ? 'citizens' : (heard.results[0]?.audience ?? 'citizens')),
	}
}
