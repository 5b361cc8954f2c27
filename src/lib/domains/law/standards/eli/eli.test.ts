import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
	makeInstrument,
	makeLaw,
	makeProvision,
	makeTreaty,
	readLaw,
} from '../../../../../../tests/support/law-files.ts'
import {
	findArticle,
	findArticleEliPath,
	findEliInstrument,
	findEliLack,
	findEliPath,
	getArticles,
	getEliInstruments,
	toArticlePart,
} from './eli.ts'

const law = readLaw()
const find = (id: string) => {
	const found = law.instruments.find((instrument) => instrument.id === id)
	if (!found) throw new Error(`no instrument ${id}`)
	return found
}

test('the laws of the programme stand at their addresses', () => {
	expect(findEliPath(find('ma-law-07-03'))).toBe('/eli/ma/loi/2003/07-03')
	expect(findEliPath(find('ma-law-09-08'))).toBe('/eli/ma/loi/2009/09-08')
	expect(findEliPath(find('ma-penal-code'))).toBe('/eli/ma/dahir/1962/1-59-413')
})

test('an article stands under its instrument, and variants of one article share its address', () => {
	const changed = makeLaw({
		'provisions/law-1.yaml': [
			makeProvision('law-1-2', { article: '2' }),
			makeProvision('law-1-2-agg', { article: '2', variant: 'agg', variantOf: 'law-1-2' }),
			makeProvision('law-1-3', { article: '3' }),
		],
	})
	const paths = changed.provisions
		.filter(({ instrument }) => instrument === 'law-1')
		.map((provision) => findArticleEliPath(changed, provision))
	expect(paths).toEqual([
		'/eli/ma/loi/2004/07-03/art_2',
		'/eli/ma/loi/2004/07-03/art_2',
		'/eli/ma/loi/2004/07-03/art_3',
	])
	expect(getArticles(changed, 'law-1').map(({ provisions }) => provisions.length)).toEqual([2, 1])
})

test('what would have to be guessed has no address, and says why', () => {
	const changed = makeLaw({
		'instruments/law-2.yaml': makeInstrument('law-2', {
			number: '12-34',
			promulgation: { reference: null, day: null },
		}),
		'instruments/law-3.yaml': makeInstrument('law-3', { number: null }),
		'instruments/law-4.yaml': makeInstrument('law-4', { number: '1/2 bis' }),
		'instruments/bill.yaml': makeInstrument('bill', { kind: 'bill', number: '12-34', inForce: null }),
		'instruments/pact.yaml': makeTreaty('pact', { number: '10-20' }),
	})
	const lacks = ['law-2', 'law-3', 'law-4', 'bill', 'pact'].map((id) => {
		const instrument = changed.instruments.find((one) => one.id === id)
		return instrument && [findEliPath(instrument), findEliLack(instrument)]
	})
	expect(lacks).toEqual([
		[undefined, 'no-year'],
		[undefined, 'no-number'],
		[undefined, 'no-number'],
		[undefined, 'not-yet-law'],
		[undefined, 'not-moroccan'],
	])
})

test('every instrument has an address or a reason, never both', () => {
	for (const instrument of law.instruments)
		expect(
			[findEliPath(instrument), findEliLack(instrument)].filter((one) => one === undefined),
		).toHaveLength(1)
})

test('no two instruments and no two articles share an address, and each leads back', () => {
	const seen = new Set<string>()
	for (const { instrument, eli } of getEliInstruments(law)) {
		const path = findEliPath(instrument) ?? ''
		const articles = getArticles(law, instrument.id)
		for (const address of [path, ...articles.map(({ part }) => `${path}/${part}`)]) {
			expect(seen.has(address), address).toBe(false)
			// a web server must find them as they are written
			expect(address).toMatch(/^\/eli\/ma(\/[a-z0-9_-]+)+$/u)
			seen.add(address)
		}
		expect(findEliInstrument(law, { type: eli.type, year: eli.year, number: eli.number })).toBe(instrument)
		for (const { part, provisions } of articles)
			expect(findArticle(law, instrument.id, part)?.provisions[0]).toBe(provisions[0])
	}
	expect(seen.size).toBeGreaterThan(200)
})

test('strangers are not found', () => {
	fc.assert(
		fc.property(fc.string(), fc.string(), fc.string(), (type, year, number) => {
			expect(findEliInstrument(law, { type, year, number })).toBeUndefined()
			expect(findArticle(law, 'ma-penal-code', `art_${number} ${type}`)).toBeUndefined()
		}),
	)
	expect(findEliInstrument(law, { type: 'loi', year: '2004', number: '07-03' })).toBeUndefined()
	expect(findArticle(law, 'nowhere', 'art_1')).toBeUndefined()
})

test('an article part is a name that addresses and XML take, or nothing', () => {
	expect(toArticlePart('607-3')).toBe('art_607-3')
	expect(toArticlePart('٦٠٧-٣')).toBe('art_٦٠٧-٣')
	expect(toArticlePart(' 9 (2) a ')).toBe('art_9-2-a')
	expect(toArticlePart('---')).toBeUndefined()
	fc.assert(
		fc.property(fc.string({ unit: 'grapheme' }), (article) => {
			const part = toArticlePart(article)
			if (part !== undefined) expect(part).toMatch(/^art_[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u)
			if (part !== undefined) expect(toArticlePart(part.slice(4))).toBe(part)
		}),
	)
})
