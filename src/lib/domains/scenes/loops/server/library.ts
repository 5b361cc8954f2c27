import { library, openMade } from '#domains/guide/server'
import { scenes } from '../../server/library.ts'
import { buildLoops, type LoopEntry } from '../index.ts'

const texts = import.meta.glob<string>('/content/loops/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * All pictures that move, read when the server is built: wrong content stops the build with its reason.
 * @throws ContentError
 */
export const loops: readonly LoopEntry[] = import.meta.env.PROD
	? (openMade('scenes/loops/server/made/loops') as LoopEntry[])
	: buildLoops(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])), {
			scenes,
			library,
		})
