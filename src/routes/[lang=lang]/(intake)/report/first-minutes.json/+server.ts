import { locales } from '#base'
import { createWords } from '#ui/words'
import { render } from 'svelte/server'
import { getFirstMinutes } from '../first-minutes.ts'
import FirstMinutesCards from '../FirstMinutesCards.svelte'
import type { EntryGenerator, RequestHandler } from './$types'

export const prerender = true

export const entries: EntryGenerator = () => locales.map((lang) => ({ lang }))

/** All first things to do, the same for everyone: a page picks from them what fits, without telling us what was told. */
export const GET: RequestHandler = ({ params }) => {
	const words = createWords(params.lang)
	const props = { words, cards: getFirstMinutes(params.lang) }
	const { body } = render(FirstMinutesCards, { props })
	return Response.json({ html: body.replaceAll(/<!--.*?-->/gu, '') })
}
