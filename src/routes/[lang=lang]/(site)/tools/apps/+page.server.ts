import { locales } from '#base'
import { getAppCards } from '#domains/protect/apps'
import { protection } from '#domains/protect/server'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

export const load: PageServerLoad = () => ({ apps: getAppCards(protection.apps) })
