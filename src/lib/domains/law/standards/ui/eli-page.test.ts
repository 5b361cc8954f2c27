import { createHash } from 'node:crypto'
import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { locales } from '#base'
import { createWords } from '#ui/words'
import { makeInstrument, makeLaw, makeProvision, readLaw } from '../../../../../../tests/support/law-files.ts'
import { readDataset } from '../../../../../../tests/support/law-standards.ts'
import { findArticle, getArticles, getEliInstruments } from '../eli/eli.ts'
import { makeEliPage } from './eli-page.ts'

const origin = 'https://thiqa.example'
const readers = locales.map(createWords)
const dataset = readDataset()
const context = { law: readLaw(), dataset, origin }
const [penalCode, law0703] = ['ma-penal-code', 'ma-law-07-03'].map((id) => {
	const found = context.law.instruments.find((instrument) => instrument.id === id)
	if (!found) throw new Error(`no instrument ${id}`)
	return found
}) as [(typeof context.law.instruments)[number], (typeof context.law.instruments)[number]]

test('the address of law 07-03 leads to its page in every language and to its files', () => {
	const { document } = parseHTML(makeEliPage(context, readers, { instrument: law0703 }))
	const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))
	expect(links).toEqual([
		...locales.map((locale) => `/${locale}/law/instruments/ma-law-07-03`),
		'/law/data/jsonld/ma-law-07-03.jsonld',
		'/law/data/akn/ma-law-07-03.xml',
		'/law/data/index.json',
	])
	expect(document.querySelector('link[rel=canonical]')?.getAttribute('href')).toBe(
		`${origin}/eli/ma/loi/2003/07-03`,
	)
})

test('the address of an article leads to its records and back to its instrument', () => {
	const article = findArticle(context.law, 'ma-penal-code', 'art_607-3')
	const { document } = parseHTML(makeEliPage(context, readers, { instrument: penalCode, article }))
	const links = [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href'))
	for (const { id } of article?.provisions ?? []) expect(links).toContain(`/ar/law/provisions/${id}`)
	expect(links).toContain('/eli/ma/dahir/1962/1-59-413')
	expect(document.querySelector('h1')?.textContent).toBe('/eli/ma/dahir/1962/1-59-413/art_607-3')
})

test('an instrument lists the articles that we hold', () => {
	const { document } = parseHTML(makeEliPage(context, readers, { instrument: penalCode }))
	expect(document.querySelectorAll('nav a')).toHaveLength(getArticles(context.law, 'ma-penal-code').length)
})

test('words have their language and direction, and say that they are ours', () => {
	const { document } = parseHTML(makeEliPage(context, readers, { instrument: law0703 }))
	const arabic = document.querySelector('li[lang=ar]')
	expect(arabic?.getAttribute('dir')).toBe('rtl')
	for (const item of document.querySelectorAll('li[lang] p')) expect(item.textContent.trim()).not.toBe('')
})

test('the content policy of the page allows its style and nothing else', () => {
	const page = makeEliPage(context, readers, { instrument: law0703 })
	const style = /<style>([^]*)<\/style>/u.exec(page)?.[1] ?? ''
	const policy = /content-security-policy" content="([^"]+)"/u.exec(page)?.[1]
	const hash = createHash('sha256').update(style).digest('base64')
	expect(policy).toBe(`default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`)
})

test('the description for machines is JSON and is about this address', () => {
	for (const { instrument } of getEliInstruments(context.law)) {
		const page = makeEliPage(context, [], { instrument })
		const text = /<script type="application\/ld\+json">([^]*?)<\/script>/u.exec(page)?.[1] ?? ''
		expect(JSON.parse(text)).toHaveProperty('@id', /canonical" href="([^"]+)"/u.exec(page)?.[1])
	}
})

test('mark-up in the name of a record stays text', () => {
	const evil = '</a><img src=x onerror=alert(1)>'
	const law = makeLaw({
		'instruments/law-1.yaml': makeInstrument('law-1', {
			number: '07-03',
			name: { ar: evil, fr: evil, en: evil },
		}),
		'provisions/law-1.yaml': [makeProvision('law-1-2', { title: { ar: evil, fr: evil, en: evil } })],
	})
	const instrument = law.instruments.find(({ id }) => id === 'law-1')
	if (!instrument) throw new Error('no law')
	for (const article of [undefined, findArticle(law, 'law-1', 'art_1')]) {
		const page = makeEliPage({ law, dataset, origin }, readers, { instrument, article })
		expect(page).not.toContain('<img')
	}
})

test('an instrument without such an address has no such page', () => {
	const treaty = context.law.instruments.find(({ level }) => level === 'international')
	if (!treaty) throw new Error('no treaty')
	expect(() => makeEliPage(context, readers, { instrument: treaty })).toThrow(/has no such address/u)
})
