import { buildLibrary, type Library } from '../library.ts'
import { openMade } from './made.ts'

const texts = import.meta.glob<string>(
	['/content/*.yaml', '/content/{topics,help,country,answers,safety}/**/*.{md,yaml}'],
	{
		query: '?raw',
		import: 'default',
		eager: true,
	},
)

/**
 * The content of the website, read when the server is built: wrong content stops the build with file, line and reason.
 * @throws ContentError
 */
export const library: Library = import.meta.env.PROD
	? (openMade('guide/server/made/library') as Library)
	: buildLibrary(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])))
