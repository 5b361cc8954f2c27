import { locales } from '#base'
import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import type { EntryGenerator, PageServerLoad } from './$types'

/** Made once: it is the same for whoever is stopped, whatever they asked for. */
export const prerender = true

/** No page of the site leads here. */
export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => ({ emergency: getEmergency(library) })
