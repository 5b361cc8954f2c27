import { buildLibrary, type Library } from '../library.ts'

const texts = import.meta.glob<string>(
	['/content/*.yaml', '/content/{topics,help,country,answers,safety}/**/*.{md,yaml}'],
	{
		query: '?raw',
		import: 'default',
		eager: true,
	},
)

/** The files of the website's content, by path. */
export const contentFiles: ReadonlyMap<string, string> = new Map(
	Object.entries(texts).map(([path, text]) => [path.slice(1), text]),
)

/**
 * The content of the website, read when the server is built: wrong content stops the build with file, line and reason.
 * @throws ContentError
 */
export const library: Library = buildLibrary(contentFiles)
