import { locales, type Locale } from '#base'
import { hasBareNumberRun } from '#tools/script/bidi'
import { createWords } from '#ui/words'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLaw } from '../../../../../../tests/support/law-files.ts'
import { getLooseTexts, startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'
import { viewDay } from '../../day/index.ts'
import { compareConventions, getQuestionWaits, makeHeatMap, toGapRow } from '../../gaps/index.ts'
import {
	findInstrumentView,
	getConvention,
	getConventions,
	getMatrix,
	getStateOn,
	getTreaties,
} from '../../index.ts'

const law = readLaw()
const now = new Date('2026-11-26T12:00:00Z')
const day = '2026-11-26'
const instruments = new Map(law.instruments.map((instrument) => [instrument.id, instrument]))

type Render = (props: Record<string, unknown>) => string
let rendering: Rendering
let render: Record<
	'Matrix' | 'HeatMap' | 'ConventionPage' | 'CompareTable' | 'QuestionSection' | 'DayText' | 'DayForm',
	Render
>

beforeAll(async () => {
	rendering = await startRendering()
	const load = (path: string): Promise<Render> => rendering.load(`/src/lib/domains/law/ui/${path}.svelte`)
	render = {
		Matrix: await load('gaps/Matrix'),
		HeatMap: await load('gaps/HeatMap'),
		ConventionPage: await load('conventions/ConventionPage'),
		CompareTable: await load('conventions/CompareTable'),
		QuestionSection: await load('gaps/QuestionSection'),
		DayText: await load('day/DayText'),
		DayForm: await load('records/DayForm'),
	}
})
afterAll(() => rendering.close())

const renderMatrix = (locale: Locale): string =>
	render.Matrix({
		words: createWords(locale),
		tables: getConventions(law).map((convention) => ({
			convention,
			rows: getMatrix(law, { convention: convention.id }).map((row) => toGapRow(law, row)),
		})),
	})

const renderMap = (locale: Locale): string =>
	render.HeatMap({ words: createWords(locale), map: makeHeatMap(law) })

const renderConvention = (locale: Locale, id: string): string => {
	const { rows, counts, unassessed } = getConvention(law, id)
	return render.ConventionPage({
		words: createWords(locale),
		title: id,
		about: findInstrumentView(law, id, now),
		state: getStateOn(law, id, day),
		rows: rows.map((row) => toGapRow(law, row)),
		counts,
		unassessed,
	})
}

const renderQuestions = (locale: Locale): string =>
	getQuestionWaits(law)
		.map((waits) => render.QuestionSection({ words: createWords(locale), waits }))
		.join('')

const renderAll = (locale: Locale): string[] => [
	renderMatrix(locale),
	renderMap(locale),
	...getTreaties(law).map(({ id }) => renderConvention(locale, id)),
	render.CompareTable({ words: createWords(locale), comparison: compareConventions(law) }),
	renderQuestions(locale),
	...['pc-607-3', 'coe-185', 'ma-penal-code'].map((text) =>
		render.DayText({ words: createWords(locale), view: viewDay(law, '2010-05-06', text), instruments }),
	),
]

const getIds = (html: string): string[] => [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id = '']) => id)

test('the matrix has every row of the study with its assessment in words, in every language', () => {
	for (const locale of locales) {
		const html = renderMatrix(locale)
		const ids = new Set(getIds(html))
		expect(law.mappings.filter(({ id }) => !ids.has(id)).map(({ id }) => id)).toEqual([])
		for (const { id, assessment } of law.mappings) {
			const row = html.slice(html.indexOf(`id="${id}"`)).split('</tr>')[0] ?? ''
			expect(row, `${locale} ${id}`).toContain(createWords(locale).t(`law.assessment.${assessment}`))
		}
	}
})

test('each tile of the map says convention, state and number in words, has a sign, and leads to its rows', () => {
	const { conventions, rows } = makeHeatMap(law)
	for (const locale of locales) {
		const { t, number } = createWords(locale)
		const html = renderMap(locale)
		for (const { theme, tiles } of rows)
			for (const [at, tile] of tiles.entries()) {
				const convention = conventions[at]
				const link = html
					.split(`href="/${locale}/law/gaps/about/${theme}/${convention}"`)[1]
					?.split('</a>')[0]
				expect(link !== undefined, `${theme} ${convention}`).toBe(tile !== undefined)
				if (!tile || !link || !convention) continue
				const label = { name: t(`law.briefly.${convention}`), state: t(`law.assessment.${tile.state}`) }
				expect(link).toContain(t('law.map.tile', { ...label, n: number(tile.total) }))
				expect(link).toContain('<svg')
			}
	}
})

test('every link to a row or a question of the study leads to one that is there', () => {
	const places = new Map<string, ReadonlySet<string>>([
		...getTreaties(law).map(
			({ id }) => [`conventions/${id}`, new Set(getIds(renderConvention('ar', id)))] as const,
		),
		['questions', new Set(getIds(renderQuestions('ar')))] as const,
	])
	const links = renderAll('ar').flatMap((html) => [
		...html.matchAll(/href="\/ar\/law\/((?:conventions\/|questions)[a-z0-9-]*)(?:#([^"]+))?"/gu),
	])
	expect(links.length).toBeGreaterThan(200)
	const lost = links.filter(([, page = '', id]) => id !== undefined && !places.get(page)?.has(id))
	expect(lost.map(([link]) => link)).toEqual([])
})

test('no id stands twice on a page', () => {
	for (const html of renderAll('fr')) {
		const ids = getIds(html)
		expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([])
	}
})

test('no number of a law or an article turns round on an Arabic page of the study', () => {
	const turned = renderAll('ar').flatMap((html) => getLooseTexts(html).split('\n').filter(hasBareNumberRun))
	expect(turned).toEqual([])
})

test('nothing stays unfilled, in any language', () => {
	for (const locale of locales)
		for (const html of renderAll(locale))
			expect(html.replace(/<[^>]+>/gu, ' ')).not.toMatch(/\{\w+\}|\bundefined\b|\bnull\b|\[object/u)
})

test('a day that is none is said beside the field, with what was typed', () => {
	const html = render.DayForm({
		words: createWords('en'),
		text: 'coe-185',
		day: '"><b>2019-02-30',
		isWrong: true,
	})
	expect(html).toContain('aria-invalid="true"')
	expect(html).toMatch(/aria-describedby="[^"]*day-wrong/u)
	expect(html).toContain('id="day-wrong"')
	expect(html).not.toContain('<b>')
	expect(render.DayForm({ words: createWords('en'), text: '' })).not.toContain('aria-invalid')
})
