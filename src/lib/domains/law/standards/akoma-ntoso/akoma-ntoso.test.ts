import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DOMParser } from 'linkedom'
import { expect, test } from 'vitest'
import { makeInstrument, makeLaw, makeVersion, readLaw } from '../../../../../../tests/support/law-files.ts'
import { readDataset } from '../../../../../../tests/support/law-standards.ts'
import { findProgram } from '../../../../../../tests/support/running.ts'
import type { Law } from '../../corpus/law.ts'
import { getArticles } from '../eli/eli.ts'
import { toAkomaNtoso } from './akoma-ntoso.ts'

const law = readLaw()
const dataset = readDataset()
const texts = law.instruments.flatMap(({ id }) => {
	const text = toAkomaNtoso(law, dataset, id)
	return text === undefined ? [] : [{ id, text }]
})

const read = (of: Law, id: string): Document => {
	const text = toAkomaNtoso(of, dataset, id)
	if (text === undefined) throw new Error(`no document for ${id}`)
	return new DOMParser().parseFromString(text, 'text/xml') as unknown as Document
}
const all = (document: Document, name: string): Element[] => [...document.getElementsByTagName(name)]
const get = (document: Document, name: string, attribute: string): string[] =>
	all(document, name).map((element) => element.getAttribute(attribute) ?? '')

test('every legal text has a document, an announcement and a stranger have none', () => {
	const wanted = law.instruments.filter(({ kind }) => kind !== 'announcement').map(({ id }) => id)
	expect(texts.map(({ id }) => id)).toEqual(wanted)
	expect(toAkomaNtoso(law, dataset, 'nowhere')).toBeUndefined()
})

test('law 07-03 is identified as a work, our words as an expression, the file as a manifestation', () => {
	const document = read(law, 'ma-law-07-03')
	const uri = '/eli/ma/loi/2003/07-03'
	expect(get(document, 'FRBRuri', 'value')).toEqual([
		uri,
		`${uri}/mul@2026-11-24`,
		`${uri}/mul@2026-11-24.xml`,
	])
	expect(get(document, 'FRBRcountry', 'value')).toEqual(['ma'])
	expect(get(document, 'FRBRnumber', 'value')).toEqual(['07-03'])
	expect(all(document, 'FRBRdate')[0]?.getAttribute('date')).toBe('2003-11-11')
	expect(get(document, 'FRBRauthoritative', 'value')).toEqual(['false'])
	expect(get(document, 'publication', 'number')).toEqual(['5171'])
})

test('a day that nobody knows is not written as one of the text', () => {
	const changed = makeLaw({
		'instruments/law-1.yaml': makeInstrument('law-1', {
			promulgation: { reference: null, day: null },
			bulletin: { ar: { number: null, day: null, page: null }, fr: { number: null, day: null, page: null } },
			inForce: null,
		}),
	})
	const document = read(changed, 'law-1')
	expect(all(document, 'FRBRdate')[0]?.getAttribute('name')).toBe('day-unknown-looked-up-on')
	expect(all(document, 'lifecycle')).toEqual([])
	expect(all(document, 'publication')).toEqual([])
})

test('the lifecycle holds promulgation, entry into force and dated changes, in order', () => {
	const document = read(makeLaw(), 'code')
	expect(
		all(document, 'eventRef').map((event) => [event.getAttribute('date'), event.getAttribute('type')]),
	).toEqual([
		['2000-01-01', 'generation'],
		['2000-03-01', null],
		['2005-01-01', 'amendment'],
	])
})

test('an article that was added has its period; a change without a day stays visible and gives none', () => {
	const document = read(makeLaw(), 'code')
	const [article] = all(document, 'article')
	expect(article?.getAttribute('eId')).toBe('art_447-3')
	expect(article?.getAttribute('period')).toBe('#period_1')
	expect(get(document, 'destination', 'href')).toEqual(['#art_447-3'])

	const undated = read(makeLaw({ 'versions.yaml': [makeVersion('v', { day: null, basis: null })] }), 'code')
	expect(all(undated, 'article')[0]?.getAttribute('period')).toBeNull()
	expect(get(undated, 'own:change', 'day')).toEqual(['unknown'])
})

test('every article that we hold is there once, in order', () => {
	for (const { id } of texts)
		expect(get(read(law, id), 'article', 'eId'), id).toEqual(getArticles(law, id).map(({ part }) => part))
})

test('every word of ours is an editorial remark that says so in its language', () => {
	const own = new Set([...Object.values(dataset.ownWords), ...Object.values(dataset.noText)])
	for (const { id } of texts) {
		const document = read(law, id)
		for (const remark of all(document, 'remark')) {
			expect(remark.getAttribute('status')).toBe('editorial')
			expect(
				[...own].some((mark) => remark.textContent.startsWith(mark)),
				remark.textContent,
			).toBe(true)
		}
		for (const content of all(document, 'content'))
			for (const paragraph of content.children) expect(paragraph.children[0]?.localName).toBe('remark')
	}
})

test('ids are unique and every reference inside a document leads somewhere', () => {
	for (const { id, text } of texts) {
		const ids = [...text.matchAll(/ eId="([^"]+)"/gu)].map((match) => match[1] ?? '')
		expect(new Set(ids).size, id).toBe(ids.length)
		const names = [...text.matchAll(/ (?:source|href|period|start|refersTo|as|article)="#([^"]+)"/gu)]
		expect(names.length).toBeGreaterThan(5)
		for (const [, name = ''] of names) expect(ids, `${id}: #${name}`).toContain(name)
	}
})

test('every source that a record names stands in the document', () => {
	for (const { id } of texts) {
		const document = read(law, id)
		const known = new Set(get(document, 'own:source', 'id'))
		const named = get(document, 'own:provision', 'sources').flatMap((ids) => ids.split(' '))
		expect(named.filter((source) => !known.has(source))).toEqual([])
	}
})

const xmllint = findProgram('xmllint')
const schema = process.env.AKN_SCHEMA ?? '.cache/akomantoso30.xsd'

const lint = (
	program: string,
	files: readonly { id: string; text: string }[],
	...options: string[]
): void => {
	const folder = mkdtempSync(join(tmpdir(), 'akn-'))
	try {
		const paths = files.map(({ id, text }) => {
			const path = join(folder, `${id}.xml`)
			writeFileSync(path, text)
			return path
		})
		execFileSync(program, ['--nonet', '--noout', ...options, ...paths], { stdio: 'pipe' })
	} finally {
		rmSync(folder, { recursive: true })
	}
}

if (!xmllint) test.skip('xmllint not installed: apt install libxml2-utils', () => undefined)
else {
	test('a parser of XML reads every document', () => {
		lint(xmllint, texts)
		expect(() => lint(xmllint, [{ id: 'broken', text: '<a><b></a>' }])).toThrow()
	})
	if (!existsSync(schema))
		test.skip('no schema: put akomantoso30.xsd and xml.xsd of docs.oasis-open.org/legaldocml/akn-core/v1.0/os/part2-specs/schemas into .cache, or name it in AKN_SCHEMA', () =>
			undefined)
	else
		test('every document answers the schema of OASIS', () => {
			lint(xmllint, texts, '--schema', schema)
			const [first] = texts
			const broken = first?.text.replace('<FRBRcountry', '<FRBRcontry') ?? ''
			expect(() => lint(xmllint, [{ id: 'broken', text: broken }], '--schema', schema)).toThrow()
		})
}
