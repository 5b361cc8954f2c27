import type { Audience } from '../audience.ts'
import { getSaid, isSaid, rankAudiences } from './audience-cues.ts'
import type { Asker } from '../contact.ts'
import { hearDanger, type Heard } from './danger.ts'
import type { SearchIndex, SearchTopic } from './search-index.ts'
import { scorePages } from './page-search.ts'
import { readQuery, type QueryWord } from './query-words.ts'

/** A topic to show, on the page written for who seems to be asking. */
export type SearchResult = { topic: string; audience: Audience; score: number }

/** Harm that was heard in a query: situations of the help finder, likeliest first, and who asks. */
export type HeardDanger = { situations: readonly string[]; asker: Asker }

/**
 * Topics in order, best first; `helpPanel` says that help must stand above them, and `heard` for what. Where `isSure` is false
 * the words say too little: the topics are only the nearest ones, and the help finder belongs above them.
 */
export type SearchAnswer = {
	results: SearchResult[]
	helpPanel: boolean
	heard: HeardDanger | undefined
	isSure: boolean
}

const pageShare = 0.15
const nearestShare = 0.98
const secondNearestShare = 0.55
/** Scores under this are chance meetings of small words. */
const least = 0.16
/** A best score under this says too little to be sure, unless a cue for help was said. */
const leastSure = 0.3
/** A subject of elsewhere this near to the best topic wins. */
const elsewhereShare = 0.85
/** Beside a subject of harm it must be this much nearer. */
const elsewhereOfHarm = 1.15
/** With fewer of its words known, a query may be about something else. */
const leastKnown = 0.3
/**
 * Where the danger list hears nothing at all, so much of a query must be known to subjects of harm: of few words more, or one must
 * fit better than `score`.
 */
const harm = { words: 1.9, share: 0.3, telling: 4, few: 3, score: 0.7 }
/** A helped topic this near to the best one raises the panel too: recall before precision. */
const panelShare = 0.8
const most = 8
/** Situations that the panel names. */
const mostHeard = 3

/** `byPhrases` is the share of the score that phrases gave, without the words of the pages: the same in every language. */
type Scored = { place: number; score: number; byPhrases: number }

/** Topics without a page hand their score to the nearest ones that have one. */
const showNearest = (
	index: SearchIndex,
	scored: readonly Scored[],
	pick: (one: Scored) => number,
): Map<string, number> => {
	const shown = new Map<string, number>()
	const raise = (id: string, score: number): void => {
		shown.set(id, Math.max(score, shown.get(id) ?? 0))
	}
	const withPage = new Set(index.topics.filter(({ audiences }) => audiences.length > 0).map(({ id }) => id))
	for (const one of scored) {
		const topic = index.topics[one.place]
		const score = pick(one)
		if (!topic) continue
		if (withPage.has(topic.id)) raise(topic.id, score)
		else
			topic.nearest
				.filter((id) => withPage.has(id))
				.forEach((id, rank) => raise(id, score * (rank === 0 ? nearestShare : secondNearestShare / rank)))
	}
	return shown
}

/** True for a subject that the site does not treat: it has no page and leads to none. */
const leadsNowhere = (topic: SearchTopic | undefined): boolean =>
	topic !== undefined && topic.audiences.length === 0 && topic.nearest.length === 0

/** The best score of the topics that the site treats. */
const getBest = (index: SearchIndex, scored: readonly Scored[]): Scored | undefined =>
	scored.find(({ place }) => !leadsNowhere(index.topics[place]))

/** The subject of everyday words: it keeps the ranking from raising the panel, and hides no page. */
const everyday = 'everyday'

/** True when a subject that the site does not treat is meant. A topic that raises the panel gives way only to a better score. */
const isElsewhere = (
	index: SearchIndex,
	scored: readonly Scored[],
	counts: (topic: SearchTopic) => boolean = ({ id }) => id !== everyday,
): boolean => {
	const best = getBest(index, scored)
	if (!best) return true
	const helped = index.topics[best.place]?.raisesHelpPanel === true
	const enough = best.score * (helped ? elsewhereOfHarm : elsewhereShare)
	return scored.some(({ place, score }) => {
		const topic = index.topics[place]
		return topic && leadsNowhere(topic) && counts(topic) && score >= enough
	})
}

const chooseAudience = (topic: SearchTopic, ranked: readonly Audience[], isCued: boolean): Audience => {
	const wish = !isCued && topic.id === 'parental-controls' ? ['parents' as const, ...ranked] : ranked
	return wish.find((audience) => topic.audiences.includes(audience)) ?? 'teens'
}

const scoreTopics = (index: SearchIndex, words: readonly QueryWord[]): Scored[] => {
	const scores = index.matcher.vote(words)
	const pages = scorePages(index.pages, words, index.topics.length)
	return [...scores]
		.map((value, place) => ({ place, score: value + pageShare * (pages[place] ?? 0), byPhrases: value }))
		.filter((entry) => entry.score > least)
		.sort((a, b) => b.score - a.score)
}

/** True when a topic that raises the panel is near the best one, under its own name or as the nearest page. */
const isHelpNear = (index: SearchIndex, scored: readonly Scored[]): boolean => {
	const shown = showNearest(index, scored, ({ byPhrases }) => byPhrases)
	for (const { place, byPhrases } of scored) {
		const id = index.topics[place]?.id ?? ''
		shown.set(id, Math.max(byPhrases, shown.get(id) ?? 0))
	}
	const best = Math.max(0, ...shown.values())
	return index.topics.some(
		({ id, raisesHelpPanel }) => raisesHelpPanel && best > 0 && (shown.get(id) ?? 0) >= best * panelShare,
	)
}

/** Readers by asker: who was harmed is not answered as the adult that they name. */
const readerOf: Readonly<Record<Asker, Audience>> = {
	child: 'children',
	teen: 'teens',
	adult: 'citizens',
	parent: 'parents',
	teacher: 'teachers',
	witness: 'citizens',
}

const chooseReaders = (heard: Heard, cued: readonly Audience[]): Audience[] => {
	const own = readerOf[heard.asker]
	if (heard.isHarmed) return own === 'children' ? ['children', 'teens'] : [own, 'teens', 'children']
	return heard.situations.length > 0 || own === 'children' ? [own, ...cued] : [...cued]
}

/** True when so many words of a query are known to subjects of harm that the ranking alone raises the panel. */
const isKnownHarm = (index: SearchIndex, words: readonly QueryWord[], score: number): boolean => {
	const telling = words.filter(({ weight }) => weight === 1).length
	if (telling < (score > harm.score ? harm.few : harm.telling)) return false
	const share = index.matcher.getKnownShare(words, (place) => index.topics[place]?.raisesHelpPanel === true)
	return share >= harm.share && share * telling >= harm.words
}

/** Finds the harm that a query tells of: what the danger list hears, else what the ranking is sure of where nothing harmless is named. */
const findDanger = (
	index: SearchIndex,
	heard: Heard,
	results: readonly SearchResult[],
	isRaised: () => boolean,
): HeardDanger | undefined => {
	const { asker, isHarmless } = heard
	if (heard.situations.length > 0) return { situations: heard.situations.slice(0, mostHeard), asker }
	if (isHarmless || !isRaised()) return undefined
	const meant = results.flatMap(({ topic }) => index.danger.topics[topic] ?? [])
	return { situations: [...new Set([...meant.slice(0, 1), 'other'])], asker }
}

/**
 * The topics that a query means, written as people write: any script, any mix of languages. At most eight, best
 * first; empty when nothing is meant that the site knows, and then the caller shows the way to help.
 * Reads at most 200 characters and 24 words, never throws, keeps nothing of the query.
 */
export const search = (index: SearchIndex, query: string): SearchAnswer => {
	const text = query.slice(0, 200)
	const heard = hearDanger(index.danger, text, (word) => index.matcher.has(word))
	const said = getSaid(text)
	const words = readQuery(text, (word) => index.matcher.has(word))
	const scored = scoreTopics(index, words)
	const known = index.matcher.getKnownShare(words, (place) => !leadsNowhere(index.topics[place]))
	const cued = rankAudiences(index.cues, said)
	const ranked = chooseReaders(heard, cued)
	const isCued = ranked[0] !== 'teens'
	const asksForHelp = index.triggers.some((cue) => isSaid(cue, said))
	const isDanger = heard.situations.length > 0
	if (!isDanger && !asksForHelp && isElsewhere(index, scored))
		return { results: [], helpPanel: false, heard: undefined, isSure: false }
	const isSure =
		isDanger || asksForHelp || (known >= leastKnown && (getBest(index, scored)?.score ?? 0) >= leastSure)
	const shown = [...showNearest(index, scored, ({ score }) => score)].sort(([, a], [, b]) => b - a)
	const results = shown.slice(0, most).flatMap(([id, value]): SearchResult[] => {
		const topic = index.topics.find((one) => one.id === id)
		return topic ? [{ topic: id, audience: chooseAudience(topic, ranked, isCued), score: value }] : []
	})
	const score = getBest(index, scored)?.score ?? 0
	const isRaised = (): boolean =>
		asksForHelp ||
		(isSure &&
			isKnownHarm(index, words, score) &&
			!isElsewhere(index, scored, () => true) &&
			isHelpNear(index, scored))
	const danger = findDanger(index, heard, results, isRaised)
	return { results, helpPanel: danger !== undefined, heard: danger, isSure }
}

/** Results under this share of the best are noise. */
const leastOfBest = 0.5
/** Beside harm that was heard, a page about something else must fit as well as this, unless nothing fits better. */
const leastBesideHarm = 0.6
/** A page of harm that fits so nearly as well as the best one stands before it where harm was heard. */
const nearBest = 0.7

/**
 * The results that are worth showing: a gap in the scores ends them, and beside harm that was heard no page stands by chance. What the
 * words fit best always stays: harm is heard in what tells of none too. A trouble (a stolen account, lost money) is a subject like any other.
 */
export const dropNoise = (
	{ topics, danger }: SearchIndex,
	{ results, heard }: SearchAnswer,
): SearchResult[] => {
	const best = results[0]?.score ?? 0
	const shown = results.filter(({ score }) => score >= best * leastOfBest)
	const [likeliest] = heard?.situations ?? []
	if (likeliest === undefined || danger.troubles.includes(likeliest)) return shown
	const isOfHarm = ({ topic }: SearchResult): boolean =>
		topics.some(({ id, raisesHelpPanel }) => id === topic && raisesHelpPanel)
	const kept = shown.filter((one, place) => place === 0 || one.score >= leastBesideHarm || isOfHarm(one))
	const first = kept.filter((one) => isOfHarm(one) && one.score >= best * nearBest).slice(0, 1)
	return [...new Set([...first, ...kept])]
}
