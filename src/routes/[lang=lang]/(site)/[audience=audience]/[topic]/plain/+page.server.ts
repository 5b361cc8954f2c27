import { library } from '#domains/guide/server'
import type { EntryGenerator } from './$types'

export { load } from '../+page.server.ts'

export const prerender = true

/** A child's page in Arabic without its vowel marks; other pages have none to leave out. */
export const entries: EntryGenerator = () =>
	library.topics
		.filter(({ audiences }) => audiences.includes('children'))
		.map(({ id }) => ({ lang: 'ar', audience: 'children', topic: id }))
