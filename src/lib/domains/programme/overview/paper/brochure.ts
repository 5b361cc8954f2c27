import { getDirection } from '#base'
import { audiences } from '#domains/guide'
import type { Sheet } from '#ui/paper'
import type { Words } from '#ui/words'
import { counted, reviewers, type Overview } from '../overview.ts'
import { getClaims, getWaits } from './points.ts'

/** Data of the template `brochure`: two pages on what exists and how good it is. Texts are shaped already. */
type Brochure = Sheet & {
	kicker: string
	lead: string
	counts: { word: string; value: string }[]
	/** Number of languages of each topic (row) for each reader (column). */
	matrix: { title: string; text: string; heads: string[]; rows: { title: string; cells: number[] }[] }
	quality: { title: string; text: string; claims: { says: string; command: string }[] }
	review: { title: string; text: string; rows: { word: string; done: number; of: number }[] }
	waits: { title: string; items: string[] }
	reached: { title: string; text: string }
}

/** The brochure of two pages, as its template wants it. Numbers that change after the build are not in it: it says where they stand. */
export const toBrochure = (overview: Overview, words: Words): Brochure => {
	const { t, text, number, language } = words
	return {
		title: t('overview.title'),
		description: t('overview.intro'),
		publisher: t('site.name'),
		lang: language,
		dir: getDirection(language),
		footer: `${t('site.name')} · ${words.date(overview.day)}`,
		kicker: t('site.name'),
		lead: t('overview.intro'),
		counts: counted.map((id) => ({ word: t(`overview.count.${id}`), value: number(overview.counts[id]) })),
		matrix: {
			title: t('overview.matrix'),
			text: t('overview.matrix.text'),
			heads: [t('overview.topic'), ...audiences.map((audience) => t(`audience.${audience}`))],
			rows: overview.topics.map(({ title, languages }) => ({
				title: text(title[language]),
				cells: languages.map((own) => own.length),
			})),
		},
		quality: {
			title: t('overview.quality'),
			text: t('overview.quality.text'),
			claims: getClaims(overview, words),
		},
		review: {
			title: t('overview.review'),
			text: t('overview.review.text'),
			rows: reviewers.map((reviewer) => ({
				word: t(`overview.review.${reviewer}`),
				...overview.reviews[reviewer],
			})),
		},
		waits: { title: t('overview.waits'), items: getWaits(overview, words) },
		reached: { title: t('overview.reached'), text: t('overview.reached.paper') },
	}
}
