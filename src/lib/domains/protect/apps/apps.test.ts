import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getLanguage, locales } from '#base'
import { createWords } from '#ui/words'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { findStandard } from '../../../../../tests/support/standards.ts'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { buildProtection } from '../protect-library.ts'
import { findAppView, getStatements } from './index.ts'

let rendering: Rendering
let show: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	show = await rendering.load('/src/lib/domains/protect/ui/AppPage.svelte')
})
afterAll(() => rendering.close())

const library = readLibrary()
const { apps } = buildProtection(readContent(), library)
const at = new Date('2026-11-29T12:00:00Z')
const plain = (html: string): string =>
	html
		.replaceAll(/<!--[\s\S]*?-->/gu, '')
		.replaceAll(/[\u2066-\u2069]/gu, '')
		.replaceAll('&amp;', '&')

test('the apps and devices that children here use most are all there', () => {
	expect(apps.map(({ id }) => id)).toEqual([
		'whatsapp',
		'instagram',
		'tiktok',
		'snapchat',
		'facebook',
		'messenger',
		'youtube',
		'telegram',
		'discord',
		'free-fire',
		'roblox',
		'android',
		'iphone',
	])
})

test.each(locales)(
	'in %s each says proof first, then report, then block, and warns of nude pictures',
	(locale) => {
		const words = createWords(locale)
		for (const { id } of apps) {
			const view = findAppView(apps, id, { language: getLanguage(locale), at })
			if (!view) throw new Error(`no view of ${id}`)
			const page = plain(show({ words, view }))
			const headings = (['proof', 'report', 'block'] as const).map(
				(part, index) => `${words.number(index + 1)} · ${words.t(`protect.app.${part}`)}</h2>`,
			)
			const order = [words.t('protect.app.nude'), ...headings].map((text) => page.indexOf(plain(text)))
			expect(Math.min(...order), `${id}: ${order.join(' ')}`).toBeGreaterThan(0)
			expect(order).toEqual(order.toSorted((one, other) => one - other))
			for (const { said } of view.howTos)
				for (const { text } of said) expect(text.length, id).toBeGreaterThan(8)
		}
	},
)

test('a page says of each unread instruction that it was not read, and how sure we are of the rest', () => {
	const words = createWords('fr')
	for (const { id } of apps) {
		const view = findAppView(apps, id, { language: 'fr', at })
		if (!view) throw new Error(`no view of ${id}`)
		const page = plain(show({ words, view }))
		const unread = view.howTos
			.flatMap(({ said }) => said)
			.filter(({ confidence }) => confidence === 'unverified')
		expect(page.split(`(${plain(words.t('protect.app.unread'))})`).length - 1, id).toBe(unread.length)
	}
})

test('a word on a drawn screen that no page of the maker has stops the build', () => {
	const files = readContent()
	const file = 'content/protect/apps/whatsapp.yaml'
	files.set(file, (files.get(file) ?? '').replace("path: ['Block Contact']", "path: ['Block for ever']"))
	expect(() => buildProtection(files, library)).toThrow(
		'the label "Block for ever" (en) is on a screen and is cited nowhere',
	)
})

test('what is called sure or likely names its source, and a label the page of its maker', () => {
	const files = readContent()
	const file = 'content/protect/apps/snapchat.yaml'
	const text = files.get(file) ?? ''
	files.set(
		file,
		text.replace(
			'{ say: username-shown, confidence: sure, source: sc-law }',
			'{ say: username-shown, confidence: sure }',
		),
	)
	expect(() => buildProtection(files, library)).toThrow('username-shown: is sure and names no source')
	files.set(file, text.replace('language: en, source: sc-dsa', 'language: en, source: sc-shot'))
	expect(() => buildProtection(files, library)).toThrow("is cited from a page that is not its maker's")
})

type Fact = { url: string; confidence: 'sure' | 'likely' | 'unverified' }
const facts = findStandard('../facts/apps')
const ranks = { unverified: 0, likely: 1, sure: 2 } as const

test.skipIf(facts === undefined || !existsSync(facts))(
	'no page is surer than the facts that were gathered (skipped where shared/facts/apps is not beside the checkout)',
	() => {
		const known = new Map<string, number>()
		for (const name of readdirSync(facts ?? '').filter((file) => file.endsWith('.json'))) {
			const read = JSON.parse(readFileSync(join(facts ?? '', name), 'utf8')) as { facts: Fact[] }
			for (const { url, confidence } of read.facts)
				known.set(url, Math.max(known.get(url) ?? 0, ranks[confidence]))
		}
		const surer = apps.flatMap((app) =>
			getStatements(app).flatMap(({ say, source, confidence }) => {
				const most = source === undefined ? 0 : known.get(app.sources[source]?.url ?? '')
				return most !== undefined && ranks[confidence] > most ? [`${app.id}: ${say}`] : []
			}),
		)
		expect(known.size).toBeGreaterThan(60)
		expect(surer).toEqual([])
	},
)
