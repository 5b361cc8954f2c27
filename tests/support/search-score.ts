import { readFileSync } from 'node:fs'
import type { SearchIndex } from '../../src/lib/domains/guide/search/search-index.ts'
import type { Lexicon } from '../../src/lib/domains/guide/search/lexicon.ts'
import { dropNoise, search, type SearchAnswer } from '../../src/lib/domains/guide/search/search.ts'

/** A query as someone would write it, with every topic that answers it. */
export type TestQuery = { q: string; lang: string; topics: string[]; helpPanel?: boolean; set: string }

const folder = new URL('../search/', import.meta.url)
const read = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'))

/**
 * All query lists: `lexicon` by the lexicon's author, `dev` to tune on, `held` never to be looked at, `second` of
 * 2026-11-25, written without sight of the lexicon: one half of it was looked at afterwards. `everyday` is what people ask on an ordinary
 * day, of every topic and in every script, written before its author read how the search ranks: nothing may be changed for it.
 */
export const readQueries = (): TestQuery[] => {
	const { queries } = read('lexicon-queries.json') as { queries: { q: string; topics: string[] }[] }
	const own = queries.map((query) => ({ ...query, lang: 'lexicon', set: 'lexicon' }))
	const files = ['queries.json', 'second-queries.json', 'everyday-queries.json']
	return [...own, ...files.flatMap((name) => read(name) as TestQuery[])]
}

/** Queries about anything but the subjects of the site: nothing should be found, no panel raised. */
export const readOffTopicQueries = (): TestQuery[] => read('off-topic-queries.json') as TestQuery[]

/** Violence at home had no topic when the first lists were written: they named the two that were nearest. */
const nearestToViolence = ['law-and-reporting', 'self-harm']
const ofViolence = 'abuse-by-someone-close'

/** Topics that answer a query. */
const getTopics = ({ topics }: TestQuery): readonly string[] =>
	nearestToViolence.every((id) => topics.includes(id)) ? [...topics, ofViolence] : topics

/** Topics without a page count as found when the nearest one with a page is shown. */
const getWanted = (query: TestQuery, index: SearchIndex, lexicon: Lexicon): Set<string> => {
	const hasPage = new Set(index.topics.filter(({ audiences }) => audiences.length > 0).map(({ id }) => id))
	return new Set(
		getTopics(query).flatMap((id) => (hasPage.has(id) ? [id] : (lexicon.topics[id]?.nearest ?? []))),
	)
}

export type Score = {
	queries: number
	first: number
	third: number
	/** Of the queries that want the help panel, how many raised it. */
	recall: number
	/** Of the queries that do not, how many raised it all the same. */
	falseAlarms: number
}

/**
 * Troubles are heard only since the lists were written: a stolen account or money raised no panel then. That one of them raises it now is
 * no false alarm.
 */
const isHeardSince = ({ heard }: SearchAnswer, lexicon: Lexicon): boolean =>
	lexicon.danger?.troubles.includes(heard?.situations[0] ?? '') ?? false

/** Sets whose misses nobody may look at. */
const isUnseen = ({ set }: TestQuery): boolean => set === 'held' || set === 'everyday'

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/** Of queries off the subject, for how many the search says it is not sure, and how many raise the help panel. */
export const getOffTopicScore = (
	queries: readonly TestQuery[],
	ask: (query: string) => SearchAnswer,
): { unsure: number; alarms: number } => {
	const answers = queries.map(({ q }) => ask(q))
	return {
		unsure: share(answers.filter(({ isSure }) => !isSure).length, queries.length),
		alarms: share(answers.filter(({ helpPanel }) => helpPanel).length, queries.length),
	}
}

/** What a visitor is shown: an answer without the noise in its results. */
const askAndShow = (index: SearchIndex, query: string): SearchAnswer => {
	const answer = search(index, query)
	return { ...answer, results: dropNoise(index, answer) }
}

/** Scores what a visitor is shown, or another way of searching; `onMiss` sees the misses of sets that may be looked at. */
export const getScore = (
	queries: readonly TestQuery[],
	index: SearchIndex,
	lexicon: Lexicon,
	ask: (query: string) => SearchAnswer = (query) => askAndShow(index, query),
	onMiss: (query: TestQuery, answer: SearchAnswer, kind: string) => void = () => {},
): Score => {
	let [first, third, raised, wanting, alarms, quiet] = [0, 0, 0, 0, 0, 0]
	for (const query of queries) {
		const answer = ask(query.q)
		const wanted = getWanted(query, index, lexicon)
		const place = answer.results.findIndex(({ topic }) => wanted.has(topic))
		if (place === 0) first++
		if (place >= 0 && place < 3) third++
		else if (!isUnseen(query)) onMiss(query, answer, 'miss')
		if (query.helpPanel === true) {
			wanting++
			if (answer.helpPanel) raised++
			else if (!isUnseen(query)) onMiss(query, answer, 'no panel')
		} else if (query.helpPanel === false) {
			quiet++
			if (!answer.helpPanel || isHeardSince(answer, lexicon)) continue
			alarms++
			if (!isUnseen(query)) onMiss(query, answer, 'alarm')
		}
	}
	return {
		queries: queries.length,
		first: share(first, queries.length),
		third: share(third, queries.length),
		recall: share(raised, wanting),
		falseAlarms: quiet === 0 ? 0 : alarms / quiet,
	}
}
