import { locales } from '#base'
import type { EntryGenerator } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))
