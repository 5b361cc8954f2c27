import type { Audience } from '../audience.ts'
import { getSaid, isSaid, rankAudiences } from './audience-cues.ts'
import type { SearchIndex, SearchTopic } from './search-index.ts'
import { scorePages } from './page-search.ts'
import { readQuery } from './query-words.ts'

/** A topic to show, on the page written for who seems to be asking. */
export type SearchResult = { topic: string; audience: Audience; score: number }

/** Topics in order, best first; `helpPanel` says that help numbers must stand above them. */
export type SearchAnswer = { results: SearchResult[]; helpPanel: boolean }

const pageShare = 0.15
const nearestShare = 0.98
const secondNearestShare = 0.55
/** Scores under this are chance meetings of small words. */
const least = 0.16
/** A helped topic this near to the best one raises the panel too: recall before precision. */
const panelShare = 0.8
const most = 8

type Scored = { place: number; score: number }

/** Topics without a page hand their score to the nearest ones that have one. */
const showNearest = (index: SearchIndex, scored: readonly Scored[]): Map<string, number> => {
	const shown = new Map<string, number>()
	const raise = (id: string, score: number): void => {
		shown.set(id, Math.max(score, shown.get(id) ?? 0))
	}
	const withPage = new Set(index.topics.filter(({ audiences }) => audiences.length > 0).map(({ id }) => id))
	for (const { place, score } of scored) {
		const topic = index.topics[place]
		if (!topic) continue
		if (withPage.has(topic.id)) raise(topic.id, score)
		else
			topic.nearest
				.filter((id) => withPage.has(id))
				.forEach((id, rank) => raise(id, score * (rank === 0 ? nearestShare : secondNearestShare / rank)))
	}
	return shown
}

const E = Number(process.env['ELSE'] ?? 1)
const L = Number(process.env['LEAST'] ?? 0)
/** True when a subject that the site does not treat (no page, none near) is what was meant most. */
const isElsewhere = (index: SearchIndex, scored: readonly Scored[]): boolean => {
	const leadsNowhere = ({ place }: Scored): boolean => {
		const topic = index.topics[place]
		return topic !== undefined && topic.audiences.length === 0 && topic.nearest.length === 0
	}
	const best = Math.max(0, ...scored.filter((one) => !leadsNowhere(one)).map(({ score }) => score))
	return best < L || scored.some((one) => leadsNowhere(one) && one.score >= best * E)
}

const chooseAudience = (topic: SearchTopic, ranked: readonly Audience[], told: boolean): Audience => {
	const wish = !told && topic.id === 'parental-controls' ? ['parents' as const, ...ranked] : ranked
	return wish.find((audience) => topic.audiences.includes(audience)) ?? 'teens'
}

const scoreTopics = (index: SearchIndex, query: string): Scored[] => {
	const words = readQuery(query, (word) => index.matcher.has(word))
	const scores = index.matcher.vote(words)
	const pages = scorePages(index.pages, words, index.topics.length)
	return [...scores]
		.map((value, place) => ({ place, score: value + pageShare * (pages[place] ?? 0) }))
		.filter((entry) => entry.score > least)
		.sort((a, b) => b.score - a.score)
}

/** Topics that raise the panel with the best score they got, under their own name or as the nearest page. */
const raisesPanel = (
	index: SearchIndex,
	scored: readonly Scored[],
	shown: ReadonlyMap<string, number>,
	said: ReadonlySet<string>,
): boolean => {
	const best = Math.max(scored[0]?.score ?? 0, ...shown.values())
	const own = new Map(scored.map(({ place, score }) => [index.topics[place]?.id, score]))
	const isNear = ({ id, raisesHelpPanel }: SearchTopic): boolean =>
		raisesHelpPanel && best > 0 && Math.max(own.get(id) ?? 0, shown.get(id) ?? 0) >= best * panelShare
	return index.topics.some(isNear) || index.triggers.some((cue) => isSaid(cue, said))
}

/**
 * The topics that a query means, written as people write: any script, any mix of languages. At most eight, best
 * first; empty when nothing is meant that the site knows, and then the caller shows the way to help.
 * Reads at most 200 letters and 24 words, never throws, keeps nothing of the query.
 */
export const search = (index: SearchIndex, query: string): SearchAnswer => {
	const text = query.slice(0, 200)
	const said = getSaid(text)
	const scored = scoreTopics(index, text)
	const ranked = rankAudiences(index.cues, said)
	const told = ranked[0] !== 'teens'
	const shown = isElsewhere(index, scored) ? new Map<string, number>() : showNearest(index, scored)
	const results = [...shown]
		.sort(([, a], [, b]) => b - a)
		.slice(0, most)
		.flatMap(([id, value]): SearchResult[] => {
			const topic = index.topics.find((one) => one.id === id)
			return topic ? [{ topic: id, audience: chooseAudience(topic, ranked, told), score: value }] : []
		})
	return { results, helpPanel: raisesPanel(index, scored, shown, said) }
}
