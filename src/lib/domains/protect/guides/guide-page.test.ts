import { afterAll, beforeAll, expect, test } from 'vitest'
import { getLanguage, locales } from '#base'
import { createWords } from '#ui/words'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { buildProtection } from '../protect-library.ts'
import { findGuideView } from './guide-view.ts'

let rendering: Rendering
let show: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	show = await rendering.load('/src/lib/domains/protect/ui/GuidePage.svelte')
})
afterAll(() => rendering.close())

const library = readLibrary()
const { guides } = buildProtection(readContent(), library)
const at = new Date('2026-11-28T12:00:00Z')
const plain = (html: string): string =>
	html.replaceAll(/<!--[\s\S]*?-->/gu, '').replaceAll(/[\u2066-\u2069]/gu, '')

test.each(locales)(
	'in %s each guide that nobody has tried on a device says so, whatever version it is written for',
	(locale) => {
		const words = createWords(locale)
		for (const guide of guides) {
			const view = findGuideView(guides, library.sources, guide.id, { language: getLanguage(locale), at })
			if (!view) throw new Error(`no view of ${guide.id}`)
			const page = plain(show({ words, view }))
			const says = [words.t('protect.guide.untried'), words.t('protect.guide.knowledge')]
			expect(
				says.some((text) => page.includes(plain(text))),
				guide.id,
			).toBe(guide.tried === 'none')
			if (guide.version !== 'knowledge') expect(page, guide.id).toContain(guide.version)
		}
	},
)

test('a guide that a named person has tried names them and the day', () => {
	const words = createWords('en')
	const [guide] = guides
	const view = guide && findGuideView(guides, library.sources, guide.id, { language: 'en', at })
	if (!view) throw new Error('no guide')
	const tried = { ...view, tried: { by: 'A. Tester', on: '2026-11-20' } }
	const page = plain(show({ words, view: tried }))
	expect(page).toContain('Tried on a device: A. Tester')
	expect(page).not.toContain('Not yet tried')
	expect(page).not.toContain(words.t('protect.guide.knowledge'))
})

test('a word that looks like a label and is cited nowhere stops the build, in a text or on a screen', () => {
	const files = readContent()
	const file = 'content/protect/guides/xbox/fr.yaml'
	const text = files.get(file) ?? ''
	files.set(file, text.replace('puis Compte et', 'puis « Compte » et'))
	expect(() => buildProtection(files, library)).toThrow(
		'"Compte" stands in quotation marks like a label, and is cited nowhere',
	)
	files.set(file, text)
	const frame = 'content/protect/guides/tiktok/guide.yaml'
	const own = files.get(frame) ?? ''
	files.set(
		frame,
		own.replace(
			"['Paramètres et confidentialité', 'Connexion Famille']",
			"['Paramètres et confidentialité', 'Mode famille']",
		),
	)
	expect(() => buildProtection(files, library)).toThrow(
		'the label "Mode famille" (fr) is on a screen and is cited nowhere',
	)
	files.set(frame, own.replace('from: maker', 'from: other'))
	expect(() => buildProtection(files, library)).toThrow('is cited from no page of its maker')
})

test('each step has a screen: one too few stops the build', () => {
	const files = readContent()
	const frame = 'content/protect/guides/nintendo/guide.yaml'
	files.set(frame, (files.get(frame) ?? '').replace(/ {2}- \{ app[^\n]*\n/u, ''))
	expect(() => buildProtection(files, library)).toThrow('has 4 screens for 5 goals in ar')
})
