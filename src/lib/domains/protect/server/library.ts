import { library, openMade } from '#domains/guide/server'
import { buildProtection, type Protection } from '../protect-library.ts'

const texts = import.meta.glob<string>(
	['/content/protect/*.yaml', '/content/protect/{apps,guides,targets}/**/*.yaml'],
	{
		query: '?raw',
		import: 'default',
		eager: true,
	},
)

/**
 * Everything about protection, read when the server is built: wrong content stops the build with file, line and reason.
 * @throws ContentError
 */
export const protection: Protection = import.meta.env.PROD
	? (openMade('protect/server/made/library') as Protection)
	: buildProtection(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])), library)
