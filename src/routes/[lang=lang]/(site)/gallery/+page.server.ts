import { findHelp, getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { locales } from '#base'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** A working Monday at eleven, so that the examples do not change from build to build. */
const at = new Date('2026-11-23T10:00:00Z')

export const load: PageServerLoad = () => {
	const situation = library.situations.find(({ id }) => id === 'threatened')
	if (!situation) error(500, 'server.fault')
	return {
		situations: library.situations,
		emergency: getEmergency(library),
		help: findHelp({ situation, asker: 'teen', urgency: 'today', staysUnnamed: true, at }, library),
	}
}
