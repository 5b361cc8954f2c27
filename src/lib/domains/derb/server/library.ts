import { library, openMade } from '#domains/guide/server'
import { scenes } from '#domains/scenes/server'
import { buildDerb, type Derb } from '../index.ts'

const texts = import.meta.glob<string>('/content/derb/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * The stories of the street, read when the server is built: wrong content stops the build with its reason.
 * @throws ContentError
 */
export const derb: Derb = import.meta.env.PROD
	? (openMade('derb/server/made/stories') as Derb)
	: buildDerb(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])), {
			scenes,
			library,
		})
