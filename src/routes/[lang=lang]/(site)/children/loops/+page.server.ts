import { getLanguage, locales } from '#base'
import { loops, toLoopPicture } from '#domains/scenes/loops/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params: { lang } }) => ({
	audience: 'children' as const,
	tiles: loops.map((loop) => {
		const { id, still } = toLoopPicture(loop, lang)
		return {
			href: `/${lang}/children/loops/${id}`,
			title: still.alt,
			language: getLanguage(lang),
			scene: still,
		}
	}),
})
