import { languages } from '#base'
import { createWords } from '#ui/words'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readLibrary } from '../../../../../tests/support/content.ts'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import { startRendering, type Rendering } from '../../../../../tests/support/rendered.ts'
import { pathReaders } from '../corpus/law-path.ts'
import { getSituationDoors, groupByParents } from '../situations/situation-help.ts'
import { findLawSituationView } from '../situations/situation-view.ts'
import { getPathAddress, getPathReader, getPathView } from './path-view.ts'

const law = readLaw()
let rendering: Rendering
let renderPath: Awaited<ReturnType<Rendering['load']>>
let renderSituation: typeof renderPath

beforeAll(async () => {
	rendering = await startRendering()
	renderPath = await rendering.load('/src/lib/domains/law/ui/path/PathPage.svelte')
	renderSituation = await rendering.load('/src/lib/domains/law/ui/SituationPage.svelte')
})
afterAll(() => rendering.close())

test('the way stands at an address for each reader, the shortest for adults', () => {
	expect(pathReaders.map(getPathAddress)).toEqual(['/law/path/children', '/law/path/teens', '/law/path'])
})

test('a child and a teen who asked for help read the way in their own words, everybody else in those of adults', () => {
	const askers = ['child', 'teen', 'adult', 'parent', 'teacher', 'witness'] as const
	expect(askers.map(getPathReader)).toEqual(['children', 'teens', 'adults', 'adults', 'adults', 'adults'])
})

test('each answer carries the articles that it rests on', () => {
	const { steps } = getPathView(law, 'adults', 'fr')
	expect(steps.map(({ id }) => id)).toEqual(['tell', 'heard', 'phone', 'decision', 'court', 'judgment'])
	for (const { lines } of steps) for (const { articles } of lines) expect(articles.length).toBeGreaterThan(0)
	const parents = steps.flatMap(({ lines }) => lines).find(({ question }) => question === 'parents')
	expect(parents?.articles.map(({ id }) => id)).toEqual(['cpp-460'])
})

test('adults and teens see the articles, a child sees none; everybody reads that no jurist has read it', () => {
	for (const language of languages)
		for (const reader of pathReaders) {
			const html = renderPath({ words: createWords(language), view: getPathView(law, reader, language) })
			expect(html.includes('/law/provisions/'), `${language} ${reader}`).toBe(reader !== 'children')
			expect(html).toContain(`/${language}/law/instruments/ma-cpp-22-01`)
			expect(html).toContain(createWords(language).t('review.jurist'))
			for (const step of getPathView(law, reader, language).steps)
				expect(html).toContain(`aria-labelledby="${step.id}"`)
		}
})

test('“will my parents know?” is answered door by door, those that ask no name first, and never for danger', () => {
	const library = readLibrary()
	for (const situation of law.situations) {
		const doors = getSituationDoors(library, situation, 'teens')
		const groups = groupByParents(doors)
		const named = groups.flatMap((group) => group.doors.map(({ id }) => id))
		expect(named.sort()).toEqual(
			doors
				.filter(({ kind }) => kind !== 'emergency')
				.map(({ id }) => id)
				.sort(),
		)
		expect(groups[0]?.doors.length, situation.id).toBeGreaterThan(0)
	}
	const sextortion = law.situations.find(({ id }) => id === 'sit-sextortion')
	if (!sextortion) throw new Error('no situation')
	const groups = groupByParents(getSituationDoors(library, sextortion, 'teens'))
	expect(groups.map(({ parents }) => parents)).toEqual(['no-name', 'no-name-if-unnamed', 'ask-first'])
})

test('what the law leaves open is read by adults only; children and teens are led to the way', () => {
	for (const language of languages)
		for (const { id } of law.situations) {
			const view = findLawSituationView(law, id, language)
			if (!view) throw new Error(`no words of ${id}`)
			const { gap } = view.words.adults
			const render = (reader: 'children' | 'teens' | 'adults') =>
				renderSituation({
					words: { ...createWords(language), text: (raw: string) => raw },
					view,
					reader,
					picture: 'seal',
					articles: [],
					doors: [],
					emergency: [],
					help: undefined,
					isStale: false,
				})
			expect(render('adults'), `${language} ${id}`).toContain(`id="gap"`)
			for (const reader of ['children', 'teens'] as const) {
				expect(render(reader), `${language} ${id} ${reader}`).not.toContain(`id="gap"`)
				expect(render(reader)).not.toContain(gap)
				expect(render(reader)).toContain(`/law/path/${reader}"`)
			}
		}
})
