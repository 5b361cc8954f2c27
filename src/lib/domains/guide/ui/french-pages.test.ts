import { afterAll, beforeAll, expect, test } from 'vitest'
import { audiences } from '../audience.ts'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { createWords } from '#ui/words'
import { findPageView } from '../page/page-view.ts'
import { getChannelAct } from './door/channel-words.ts'

const library = readLibrary()
const words = createWords('fr')
const today = new Date('2026-11-28T12:00:00Z')

/** Text that a reader reads in French, tags taken out as a browser would; titles of sources stand in their own language. */
const read = (html: string): string =>
	html
		.replaceAll(/<(span|bdi) lang="en"[\s\S]*?<\/\1>/gu, '')
		.replaceAll(/<style[\s\S]*?<\/style>|<!--[\s\S]*?-->|<[^>]*>/gu, '')

const pages = library.topics.flatMap((topic) =>
	audiences.flatMap((audience) => {
		const view = findPageView(library, { topicId: topic.id, audience, language: 'fr', at: today })
		return view?.page.language === 'fr' ? [{ place: `${topic.id}/${audience}`, view }] : []
	}),
)
type Read = { place: string; text: string }
let rendering: Rendering
let articles: Read[] = []
let cards: Read[] = []
beforeAll(async () => {
	rendering = await startRendering()
	const article = await rendering.load('/src/lib/domains/guide/ui/PageArticle.svelte')
	const card = await rendering.load('/src/lib/domains/guide/ui/door/DoorCard.svelte')
	articles = pages.map(({ place, view }) => ({ place, text: read(article({ words, view })) }))
	cards = library.contacts.map((contact) => ({ place: contact.id, text: read(card({ words, contact })) }))
})
afterAll(() => rendering.close())

test('every French page and door is looked at', () => {
	expect(articles.length).toBeGreaterThan(50)
	expect(cards.length).toBe(library.contacts.length)
})

test('no colon of a French page stands without its space', () => {
	const bare = [...articles, ...cards].flatMap(({ place, text }) =>
		[...text.matchAll(/.{0,20}[\p{L}\d)»]:(?!\/\/|\d).{0,10}/gu)].map(([found]) => `${place}: ${found}`),
	)
	expect(bare).toEqual([])
})

test('no place of a French page stands after "à le" or "de le": the article melts into the word', () => {
	const places =
		/(?<!\p{L})(à|de) les? (tribunal|commissariat|poste|procureur|parquet|lycée|collège|bureau)/iu
	for (const { place, text } of [...articles, ...cards]) expect(text, place).not.toMatch(places)
	for (const contact of library.contacts)
		for (const channel of contact.channels)
			expect(getChannelAct(channel, words).verb, contact.id).not.toMatch(/(?<!\p{L})(à|de) les? /iu)
})
