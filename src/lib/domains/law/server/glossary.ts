import { library, openMade } from '#domains/guide/server'
import { buildLawGlossary, type LawTerm } from '../glossary.ts'
import { law } from './library.ts'

const texts = import.meta.glob<string>('/content/law/glossary.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * The words of the law, read when the server is built.
 * @throws ContentError
 */
export const lawGlossary: readonly LawTerm[] = import.meta.env.PROD
	? (openMade('law/server/made/glossary') as readonly LawTerm[])
	: buildLawGlossary(
			new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])),
			law,
			library,
		)
