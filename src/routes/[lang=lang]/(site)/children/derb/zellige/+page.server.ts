import { readTiles, toQuery } from '#domains/derb'
import { createDerbPictures } from '#domains/derb/server'
import type { PageServerLoad } from './$types'

export const prerender = false

/** The tiles that the address says, laid. */
export const load: PageServerLoad = ({ params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const won = readTiles(url.searchParams.get('t'))
	const query = toQuery(won)
	return {
		audience: 'children' as const,
		asked: Object.fromEntries(new URLSearchParams(query)),
		won,
		kept: query,
		najma: createDerbPictures(0, params.lang)(query === '' ? 'najma-hello' : 'najma-proud'),
	}
}
