import { locales } from '#base'
import { getFigures, getTreaties } from '#domains/law'
import { law } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => {
	const { byConvention } = getFigures(law)
	return {
		conventions: byConvention,
		unassessed: getTreaties(law).filter((treaty) =>
			byConvention.every(({ convention }) => convention !== treaty),
		),
	}
}
