import { library, openMade } from '#domains/guide/server'
import { buildLaw } from '../corpus/law-library.ts'
import type { Law } from '../corpus/law.ts'

const texts = import.meta.glob<string>('/content/law/**/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * The corpus of the law, read when the server is built: wrong content stops the build with file, line and reason.
 * @throws ContentError
 */
export const law: Law = import.meta.env.PROD
	? (openMade('law/server/made/library') as Law)
	: buildLaw(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])), library)
