import { library, openMade } from '#domains/guide/server'
import { buildDeskContent, type DeskContent } from '../desk-content.ts'

const texts = import.meta.glob<string>('/content/desk/**/*.yaml', {
	query: '?raw',
	import: 'default',
	eager: true,
})

/**
 * Ready words of the desk, read when the server is built: wrong content stops the build with file, line and reason.
 * @throws ContentError
 */
export const deskContent: DeskContent = import.meta.env.PROD
	? (openMade('cases/answers/server/made/desk-content') as DeskContent)
	: buildDeskContent(new Map(Object.entries(texts).map(([path, text]) => [path.slice(1), text])), library)
