import { locales } from '#base'
import { getInstrumentGroups } from '#domains/law'
import { law } from '#domains/law/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => ({ groups: getInstrumentGroups(law) })
