import { getEmergency } from '#domains/guide'
import { library } from '#domains/guide/server'
import { findPlace, layTile, readTiles, tileColours, toQuery } from '#domains/derb'
import { createDerbPictures, derb } from '#domains/derb/server'
import { error } from '@sveltejs/kit'
import type { PageServerLoad } from './$types'

export const prerender = false

/** A place of a story. The address says its number and which tiles are won: nobody sees from it what the story is about. */
export const load: PageServerLoad = ({ params, url, setHeaders }) => {
	setHeaders({ 'cache-control': 'no-store' })
	const place = findPlace(derb, { door: params.door, step: params.at })
	if (!place) error(404, 'page.not-found')
	const { story, door } = place
	const find = createDerbPictures(door, params.lang)
	const won = readTiles(url.searchParams.get('t'))
	const query = toQuery(won)
	return {
		audience: 'children' as const,
		asked: Object.fromEntries(new URLSearchParams(query)),
		door,
		kept: query,
		kind: place.kind,
		topic: story.topic,
		emergency: getEmergency(library),
		panels: (place.kind === 'told' ? story.panels : [place.kind === 'then' ? place.scene : story.door]).map(
			find,
		),
		choices: place.kind === 'told' ? place.choices.map(({ scene, to }) => ({ scene: find(scene), to })) : [],
		ways: { again: find('najma-points'), door: find(story.door) },
		najma: find(
			{ told: story.isHeavy ? 'najma-worried' : 'najma-thinks', then: 'najma-hugs', door: 'najma-listens' }[
				place.kind
			],
		),
		proud: createDerbPictures(0, params.lang)('najma-proud'),
		colours: tileColours.map((colour) => ({
			colour,
			query: toQuery(layTile(won, door, colour)),
			isHere: won[door - 1] === colour,
		})),
	}
}
