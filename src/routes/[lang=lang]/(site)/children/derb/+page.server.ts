import { readTiles, toQuery } from '#domains/derb'
import { createDerbPictures, derb } from '#domains/derb/server'
import type { PageServerLoad } from './$types'

export const prerender = false

/** What was won comes with the address, and is kept nowhere. */
export const load: PageServerLoad = ({ params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const find = createDerbPictures(0, params.lang)
	const won = readTiles(url.searchParams.get('t'))
	const isAllOpen = won.every((colour) => colour !== undefined)
	const query = toQuery(won)
	return {
		audience: 'children' as const,
		asked: Object.fromEntries(new URLSearchParams(query)),
		najma: find(isAllOpen ? 'najma-sleeps' : 'najma-hello'),
		isAllOpen,
		kept: query,
		hasWon: query !== '',
		doors: derb.map(({ panels: [first = ''] }, index) => ({ scene: find(first), colour: won[index] })),
	}
}
