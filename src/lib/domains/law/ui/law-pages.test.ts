import { languages, locales, type Locale } from '#base'
import { hasBareNumberRun } from '#tools/script/bidi'
import { createWords, type Words } from '#ui/words'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import { getLooseTexts, startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { findDiscoveryLinks } from '../standards/discovery.ts'
import {
	findInstrumentView,
	findLawSituationView,
	findProvisionView,
	getLawSituationCards,
	getSituationArticles,
	penaltyToSentence,
	type Law,
} from '../index.ts'
import type { LawNote } from '../corpus/law-words.ts'
import { getDatedState } from '../texts/index.ts'

const law = readLaw()
const now = new Date('2026-11-26T12:00:00Z')
const folder = '/src/lib/domains/law/ui'

let rendering: Rendering
let renderInstrument: (locale: Locale, id: string) => string
let renderProvision: (locale: Locale, id: string) => string
let renderNotes: (words: Words, kind: LawNote['kind']) => string

beforeAll(async () => {
	rendering = await startRendering()
	const instrument = await rendering.load(`${folder}/instruments/InstrumentPage.svelte`)
	const provision = await rendering.load(`${folder}/provisions/ProvisionPage.svelte`)
	const notes = await rendering.load(`${folder}/records/RecordNotes.svelte`)
	renderNotes = (words, kind) =>
		notes({ words, notes: [{ kind, says: { ar: 'x', fr: 'x', en: 'x' }, see: [], between: [] }] })
	renderInstrument = (locale, id) =>
		instrument({
			words: createWords(locale),
			view: findInstrumentView(law, id, now),
			today: getDatedState(law, id, now),
			links: findDiscoveryLinks(law, id),
		})
	renderProvision = (locale, id) => {
		const words = createWords(locale)
		const view = findProvisionView(law, id)
		const near = new Set(view?.situations.map(({ situation }) => situation.id))
		return provision({
			words,
			view,
			cards: getLawSituationCards(law, words.language).filter((card) => near.has(card.id)),
			today: getDatedState(law, id, now),
			links: findDiscoveryLinks(law, id),
		})
	}
})
afterAll(() => rendering.close())

const renderAll = (locale: Locale): [string, string][] => [
	...law.instruments.map(({ id }): [string, string] => [id, renderInstrument(locale, id)]),
	...law.provisions.map(({ id }): [string, string] => [id, renderProvision(locale, id)]),
]
/** Text that a reader reads, without marks of direction. */
const toText = (html: string): string =>
	html
		.replace(/<[^>]+>/gu, ' ')
		.replace(/[\u2066-\u2069]/gu, '')
		.replace(/\s+/gu, ' ')

test('no number of a text or an article turns round on an Arabic page', () => {
	const turned = renderAll('ar').filter(([, html]) => hasBareNumberRun(getLooseTexts(html)))
	expect(turned.map(([id]) => id)).toEqual([])
})

test('every text and every article has a page in every language, with nothing unfilled on it', () => {
	for (const locale of locales)
		for (const [id, html] of renderAll(locale)) {
			expect(html, `${locale} ${id}`).toContain('<h1')
			expect(toText(html), `${locale} ${id}`).not.toMatch(/\{\w+\}|\bundefined\b|\bnull\b|\[object/u)
		}
})

test('links lead to records that exist, in the language of the page', () => {
	const ids = new Set([
		...law.instruments.map(({ id }) => `instruments/${id}`),
		...law.provisions.map(({ id }) => `provisions/${id}`),
		...law.situations.map(({ id }) => `situations/${id}`),
		...law.questions.map(({ id }) => `questions#${id}`),
		...law.instruments.filter(({ level }) => level === 'international').map(({ id }) => `conventions/${id}`),
		'instruments',
		'on',
	])
	const hrefs = renderAll('fr').flatMap(([, html]) =>
		[...html.matchAll(/(?:href|action)="(\/[^"]*)"/gu)].map(([, href = '']) => href),
	)
	const lost = new Set(
		hrefs.filter(
			(href) => !/^\/(?:eli|law\/data)\//u.test(href) && !ids.has(href.replace(/^\/fr\/law\//u, '')),
		),
	)
	expect([...lost]).toEqual([])
})

test('every record says how sure it is, where it comes from and that nobody has read it yet', () => {
	const { t } = createWords('en')
	for (const [id, html] of renderAll('en')) {
		const text = toText(html)
		expect(text, id).toContain(t('law.ground.review.none'))
		expect(text, id).toMatch(/How sure this is (?:sure|likely|not confirmed today)\./u)
		const record = [...law.instruments, ...law.provisions].find((each) => each.id === id)
		for (const source of record?.sources ?? []) {
			const title = law.sources.find((each) => each.id === source)?.title ?? ''
			expect(html, `${id} ${source}`).toContain(title.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
		}
	}
})

test('what nobody found of law 75-12 is said on its page, in every language', () => {
	for (const language of languages) {
		const { t } = createWords(language)
		const html = renderInstrument(language, 'ma-law-75-12')
		expect(html.split(t('law.blank')).length - 1, language).toBeGreaterThanOrEqual(4)
		expect(toText(html)).toContain(t('law.status.unknown'))
		expect(html).toContain('#J02')
	}
})

test('what does not agree is called a matter of sources only where two sources are named', () => {
	const notes = (law: Law) =>
		[...law.instruments, ...law.provisions, ...law.mappings, ...law.situations, ...law.versions].flatMap(
			({ notes: own }) => own,
		)
	expect(notes(law).filter(({ kind }) => kind === 'own-contradiction')).toHaveLength(5)
	for (const { kind, between } of notes(law)) expect(between.length >= 2).toBe(kind === 'contradiction')
	for (const locale of locales) {
		const words = createWords(locale)
		const html = renderNotes(words, 'own-contradiction')
		expect(html).toContain(words.t('law.ground.own-contradiction'))
		expect(html).not.toContain(words.t('law.ground.contradiction'))
		expect(renderNotes(words, 'contradiction')).toContain(words.t('law.ground.contradiction'))
	}
})

test('a page says that we hold none of the articles only where a source names them, or no article of the text is ours', () => {
	const { t } = createWords('fr')
	const silent = law.versions.filter(({ provisions }) => provisions.length === 0)
	expect(silent.length).toBeGreaterThan(0)
	for (const { instrument, by, holdsNone } of silent) {
		const isOurs = law.provisions.some((provision) => provision.instrument === instrument)
		const says = t(holdsNone || !isOurs ? 'law.instrument.change-all' : 'law.instrument.change-unknown')
		for (const id of [instrument, by]) expect(toText(renderInstrument('fr', id))).toContain(says)
	}
	const consumer = toText(renderInstrument('fr', 'ma-law-78-20'))
	expect(consumer).toContain(t('law.instrument.change-unknown'))
	expect(consumer).not.toContain(t('law.instrument.change-all'))
	expect(renderInstrument('fr', 'ma-law-103-13')).toContain('cpp-302')
	expect(toText(renderInstrument('fr', 'ma-law-103-13'))).not.toContain(t('law.instrument.change-all'))
})

test('a penalty stands there as a sentence and as data', () => {
	const text = toText(renderProvision('en', 'pc-607-3'))
	const found = law.provisions.find(({ id }) => id === 'pc-607-3')
	expect(text).toContain(found && penaltyToSentence(found, 'en'))
	expect(text).toContain('in months: 1 to 3')
	expect(text).toContain('in dirhams: 2,000 to 10,000')
	expect(text).toContain('one of the two, or both')
	expect(text).toContain('if data are deleted or changed')
})

test('an article leads to its situations, conventions, text, neighbours and to the same question about another day', () => {
	const html = renderProvision('ar', 'pc-503-2')
	for (const path of [
		'situations/sit-sextortion',
		'provisions/bud-9',
		'conventions/coe-185',
		'instruments/ma-penal-code',
		'instruments/ma-law-24-03',
		'provisions/pc-503-2-dbl',
	])
		expect(html).toContain(`href="/ar/law/${path}"`)
	expect(html).toMatch(
		/<form [^>]*action="\/ar\/law\/on"[^>]*>\s*<input type="hidden" name="text" value="pc-503-2"/u,
	)
})

test('an article of a convention says how Moroccan law answers and what would fill the gap', () => {
	const { t } = createWords('fr')
	const text = toText(renderProvision('fr', 'bud-16'))
	expect(text).toContain(t('law.assessment.gap'))
	expect(text).toContain(t('law.gap.fill'))
	expect(text).not.toContain(t('law.provision.penalty'))
})

test('words that stand in another language are marked, and the page says so', () => {
	const html = renderProvision('zgh', 'pc-503-2')
	expect(html).toContain(createWords('zgh').t('spoken.ar'))
	expect(html).toMatch(/<h1[^>]*>.*<span lang="ar" dir="rtl">/su)
})

test('every article of a situation is one link away from it', async () => {
	const render = await rendering.load(`${folder}/SituationArticles.svelte`)
	for (const { id, provisions } of law.situations) {
		const view = findLawSituationView(law, id, 'ar')
		const groups = view ? getSituationArticles(view, 'ar') : []
		const html = render({ words: createWords('ar'), groups, showsPenalties: true })
		for (const provision of provisions)
			expect(html, id).toContain(`href="/ar/law/provisions/${provision.id}"`)
	}
})
