import { locales } from '#base'
import { findDiscoveryLinks } from '#domains/law/standards'
import { getDataRows, getTextFiles, makeCitation } from '#domains/law/standards/open-data'
import { dataset } from '#domains/law/standards/server'
import { law } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => ({
	rows: getDataRows(law),
	texts: getTextFiles(law),
	citation: makeCitation(dataset),
	version: dataset.version,
	day: dataset.day,
	changelog: dataset.changelog,
	links: findDiscoveryLinks(law),
})
