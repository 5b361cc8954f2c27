import { toBrochure } from '#domains/programme/overview'
import { getPdfMaker, toPdfResponse } from '#platform'
import { getOverview } from '#server/public/programme/overview'
import { sources, templates } from '#ui/paper'
import { createWords } from '#ui/words'
import { error } from '@sveltejs/kit'
import { locales } from '#base'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

/** The languages that an authority here reads. */
const editions = ['ar', 'fr'] as const

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => editions.map((edition) => ({ lang, file: `thiqa-${edition}` })))

/** The brochure of two pages, counted when the site was built. */
export const GET: RequestHandler = ({ params }) => {
	const edition = editions.find((language) => params.file === `thiqa-${language}`)
	if (!edition) error(404, 'page.not-found')
	const overview = getOverview()
	// The day of the content, so that the same content gives the same file.
	const at = new Date(`${overview.day}T00:00:00Z`)
	const paper = toBrochure(overview, createWords(edition))
	return toPdfResponse(getPdfMaker(sources)(templates.brochure, paper, at), `thiqa-${edition}`)
}
