/** What is new, as a feed: numbers that came out, those that were put right. */
import type { Language } from '#base'
import { pickWords } from '#domains/guide'
import { toAtomFile } from '#tools/open-data/atom'
import type { Erratum, FigureKey, PublishedFigure, Value } from '../../figures/index.ts'
import { country, getPlaceName } from '../../places/index.ts'
import type { Frozen } from '../frozen.ts'
import { listErrata } from '../latest.ts'

/** Words of the feed. `say`: a number with its interval, or why there is none. */
export type FeedWords = {
	title: string
	subtitle: string
	say: (value: Value) => string
	/** Names a day's new numbers by how many places have one. */
	sayNew: (indicator: string, places: number) => string
}

type About = { language: Language; words: FeedWords; origin: string; made: Date }

const toTitle = (
	{ indicator: id, place: code, period }: FigureKey,
	frozen: Frozen,
	language: Language,
): string => {
	const indicator = frozen.indicators.find((one) => one.id === id)
	const place = frozen.places.find((one) => one.code === code)
	return [indicator?.name[language] ?? id, place ? getPlaceName(place, language).words : code, period].join(
		', ',
	)
}

/** Entries of new numbers at most, the newest: a feed is news, the rest stands in the open data. */
const mostNew = 60

/** Numbers that came out on one day: an entry for each indicator and period, which tells that of the country where there is one. */
const toNewEntries = (frozen: Frozen, { language, words, origin }: About) => {
	const groups = Map.groupBy(
		frozen.published.figures.filter(({ status }) => status === 'shown'),
		({ publishedOn, indicator, period }) => `${publishedOn} ${indicator} ${period}`,
	)
	return [...groups.values()]
		.toSorted((a, b) => (b[0]?.publishedOn ?? '').localeCompare(a[0]?.publishedOn ?? ''))
		.slice(0, mostNew)
		.flatMap((figures) => toNewEntry(figures, frozen, { language, words, origin }))
}

const toNewEntry = (
	figures: readonly PublishedFigure[],
	frozen: Frozen,
	{ language, words, origin }: Pick<About, 'language' | 'words' | 'origin'>,
) => {
	const told = figures.find(({ place }) => place === country) ?? figures[0]
	if (!told) return []
	const name = frozen.indicators.find(({ id }) => id === told.indicator)?.name[language] ?? told.indicator
	return [
		{
			id: `${origin}/programme/figures/${told.indicator}/${told.period}/${told.publishedOn}`,
			title: `${name}, ${told.period}`,
			summary:
				figures.length === 1
					? `${toTitle(told, frozen, language)}: ${words.say(told)}`
					: `${words.sayNew(name, figures.length)} ${toTitle(told, frozen, language)}: ${words.say(told)}`,
			href: `${origin}/${language}/programme/regions?indicator=${told.indicator}&period=${encodeURIComponent(told.period)}`,
			updated: new Date(`${told.publishedOn}T00:00:00Z`),
		},
	]
}

const toEntry = (erratum: Erratum, frozen: Frozen, { language, words, origin }: About) => {
	const reason = pickWords(erratum.reason, language)?.words ?? erratum.reason.fr
	return {
		id: `urn:uuid:${erratum.id}`,
		title: toTitle(erratum, frozen, language),
		summary: `${words.say(erratum.was)} → ${words.say(erratum.is)}. ${reason}`,
		href: `${origin}/${language}/programme/errata#${erratum.id}`,
		updated: new Date(`${erratum.on}T00:00:00Z`),
	}
}

/** The feed in one language. @param about - `origin` of the website, `made`: when nothing came out yet, the moment of the feed */
export const makeFeed = (frozen: Frozen, about: About): string => {
	const errata = listErrata(frozen.published)
	const { language, words, origin, made } = about
	const entries = [
		...errata.map((erratum) => toEntry(erratum, frozen, about)),
		...toNewEntries(frozen, about),
	].toSorted((a, b) => b.updated.getTime() - a.updated.getTime())
	const [first] = entries
	return toAtomFile({
		id: `${origin}/programme/feed.${language}.atom`,
		title: words.title,
		subtitle: words.subtitle,
		author: 'Thiqa',
		language,
		self: `${origin}/programme/feed.${language}.atom`,
		page: `${origin}/${language}/programme/data`,
		updated: first?.updated ?? made,
		entries,
	})
}
