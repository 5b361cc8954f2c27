/** Errata as a feed. */
import type { Language } from '#base'
import { pickWords } from '#domains/guide'
import { toAtomFile } from '#tools/open-data/atom'
import type { Erratum, Value } from '../../figures/index.ts'
import { getPlaceName } from '../../places/index.ts'
import type { Frozen } from '../frozen.ts'
import { listErrata } from '../latest.ts'

/** Words of the feed. `say`: a number with its interval, or why there is none. */
export type FeedWords = { title: string; subtitle: string; say: (value: Value) => string }

type About = { language: Language; words: FeedWords; origin: string; made: Date }

const toEntry = (erratum: Erratum, frozen: Frozen, { language, words, origin }: About) => {
	const indicator = frozen.indicators.find(({ id }) => id === erratum.indicator)
	const place = frozen.places.find(({ code }) => code === erratum.place)
	const reason = pickWords(erratum.reason, language)?.words ?? erratum.reason.fr
	return {
		id: `urn:uuid:${erratum.id}`,
		title: [
			indicator?.name[language] ?? erratum.indicator,
			place ? getPlaceName(place, language).words : erratum.place,
			erratum.period,
		].join(', '),
		summary: `${words.say(erratum.was)} → ${words.say(erratum.is)}. ${reason}`,
		href: `${origin}/${language}/programme/errata#${erratum.id}`,
		updated: new Date(`${erratum.on}T00:00:00Z`),
	}
}

/** The feed in one language. @param about - `origin` of the website, `made`: when nothing was put right yet, the moment of the feed */
export const makeErrataFeed = (frozen: Frozen, about: About): string => {
	const errata = listErrata(frozen.published)
	const { language, words, origin, made } = about
	const first = errata[0]
	return toAtomFile({
		id: `${origin}/programme/feed.${language}.atom`,
		...{ title: words.title, subtitle: words.subtitle, author: 'Thiqa', language },
		self: `${origin}/programme/feed.${language}.atom`,
		page: `${origin}/${language}/programme/errata`,
		updated: first ? new Date(`${first.on}T00:00:00Z`) : made,
		entries: errata.map((erratum) => toEntry(erratum, frozen, about)),
	})
}
