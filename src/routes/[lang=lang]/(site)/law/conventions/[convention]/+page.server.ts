import { locales } from '#base'
import { findInstrumentView, getConvention, getStateOn, getTreaties } from '#domains/law'
import { toGapRow } from '#domains/law/gaps'
import { law } from '#domains/law/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

const treaties = getTreaties(law)

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) => treaties.map(({ id }) => ({ lang, convention: id })))

export const load: PageServerLoad = ({ params }) => {
	const now = new Date()
	const found = treaties.find(({ id }) => id === params.convention)
	const about = found && findInstrumentView(law, found.id, now)
	if (!about) error(404, 'page.not-found')
	const { rows, counts, unassessed } = getConvention(law, about.instrument.id)
	return {
		about,
		rows: rows.map((row) => toGapRow(law, row)),
		counts,
		unassessed,
		state: getStateOn(law, about.instrument.id, now.toISOString().slice(0, 10)),
	}
}
