import { getLanguage, locales } from '#base'
import { library } from '#domains/guide/server'
import { findGuideView, getTargetCards, targetGroups } from '#domains/protect'
import { protection } from '#domains/protect/server'
import { pickWords } from '#domains/guide'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => {
	const language = getLanguage(params.lang)
	const cards = getTargetCards(protection, language)
	const groups = pickWords(protection.targetWords, language)
	return {
		audience: 'parents' as const,
		guides: protection.guides.flatMap(({ id }) => {
			const view = findGuideView(protection.guides, library.sources, id, { language, at: new Date() })
			return view ? [{ id, kind: view.kind, title: view.words.title, language: view.language }] : []
		}),
		groups: targetGroups.map((group) => ({
			group,
			title: groups?.words.groups[group] ?? group,
			language: groups?.language ?? language,
			cards: cards.filter((card) => card.group === group),
		})),
	}
}
