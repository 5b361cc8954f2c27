import { locales } from '#base'
import { getCalls } from '#domains/guide'
import { library } from '#domains/guide/server'
import { error } from '@sveltejs/kit'
import type { EntryGenerator, PageServerLoad } from './$types'

export const prerender = true

export const entries: EntryGenerator = () =>
	locales.flatMap((lang) =>
		library.situations.flatMap(({ id, who }) => who.map((asker) => ({ lang, situation: id, asker }))),
	)

export const load: PageServerLoad = ({ params }) => {
	const situation = library.situations.find(({ id }) => id === params.situation)
	const asker = situation?.who.find((candidate) => candidate === params.asker)
	if (!situation || !asker) error(404, 'page.not-found')
	const emergency = getCalls({ situation, asker }, library)
	return { isSensitive: true, situation, asker, emergency, call: emergency[0]?.channels[0]?.value }
}
