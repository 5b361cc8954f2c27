import { getLanguage, locales } from '#base'
import { library } from '#domains/guide/server'
import { getFigures, getSituationTiles } from '#domains/law'
import { law } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = ({ params }) => ({
	tiles: getSituationTiles(law, library, getLanguage(params.lang)),
	figures: getFigures(law),
	/** No figure is newer than the record that was looked up first. */
	asOf: law.instruments.map(({ status }) => status.asOf).sort()[0] ?? '',
})
