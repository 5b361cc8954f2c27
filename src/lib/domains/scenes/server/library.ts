import { openMade } from '#domains/guide/server'
import { buildScenes, type Scenes } from '../index.ts'

const texts = import.meta.glob<string>('/content/scenes/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * All pictures, read when the server is built: wrong content stops the build with file, line and reason.
 * @throws ContentError
 */
export const scenes: Scenes = import.meta.env.PROD
	? (openMade('scenes/server/made/scenes') as Scenes)
	: buildScenes(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])))
