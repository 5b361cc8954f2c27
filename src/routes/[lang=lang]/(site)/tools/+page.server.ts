import { getLanguage, locales } from '#base'
import { library } from '#domains/guide/server'
import { findGuideView, getTargetCards, shelves, type Shelf } from '#domains/protect'
import { protection } from '#domains/protect/server'
import { pickWords } from '#domains/guide'
import { getShelfScenes } from '#server/public/protect-scenes'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => {
	const language = getLanguage(params.lang)
	const cards = getTargetCards(protection, language)
	const named = pickWords(protection.targetWords, language)
	const toGroups = (shelf: Shelf) =>
		shelves[shelf].map((group) => ({
			group,
			title: named?.words.groups[group] ?? group,
			language: named?.language ?? language,
			cards: cards.filter((card) => card.group === group),
		}))
	return {
		audience: 'parents' as const,
		guides: protection.guides.flatMap(({ id }) => {
			const view = findGuideView(protection.guides, library.sources, id, { language, at: new Date() })
			return view ? [{ id, kind: view.kind, title: view.words.title, language: view.language }] : []
		}),
		shelves: { family: toGroups('family'), router: toGroups('router'), network: toGroups('network') },
		scenes: getShelfScenes(params.lang),
	}
}
