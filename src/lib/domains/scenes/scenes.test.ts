/** Rules that every picture of `content/scenes` keeps. */
import { globSync, readFileSync } from 'node:fs'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { languages } from '#base'
import { library } from '#domains/guide/server'
import { drawScene, findHeads, findMood } from '#tools/drawing/scene'
import { sceneDay, sceneNight } from '#ui/tokens/scenes'
import { buildScenes, findCardFaults, findHero, findPageScene, toScenePicture } from './index.ts'
import { findEndScene, findStoryScene, nameFaceFile } from './story/index.ts'
import { makeSceneFile, sceneFileNames, scenes } from './server/index.ts'

const figures = scenes.all.flatMap(({ id, story, shows }) =>
	shows.flatMap((shown) => ('who' in shown ? [{ id, story, ...shown, person: scenes.cast[shown.who] }] : [])),
)

test('there are at least ninety pictures, and a cast of at least fourteen in which all are seen more than once', () => {
	expect(scenes.all.length).toBeGreaterThanOrEqual(90)
	expect(Object.keys(scenes.cast).length).toBeGreaterThanOrEqual(14)
	for (const who of Object.keys(scenes.cast))
		expect(figures.filter((figure) => figure.who === who).length, who).toBeGreaterThan(1)
	expect(new Set(Object.values(scenes.cast).map(({ skin }) => skin)).size).toBe(5)
})

test('each file weighs at most 4 KB as it is sent, with its colours: those mirrored or at night only are lighter', () => {
	const heavy = sceneFileNames
		.filter((name) => !name.includes('.rtl') && !name.includes('.night'))
		.flatMap((name) => {
			const bytes = brotliCompressSync(makeSceneFile(name) ?? '').length
			return bytes > 4096 ? [`${name} ${bytes}`] : []
		})
	expect(heavy).toEqual([])
})

test('a drawing has only colours of the palette, and every colour of the palette is used', () => {
	const used = new Set(
		scenes.all.flatMap((entry) => {
			const svg = drawScene(entry, scenes.cast)
			expect(svg, entry.id).not.toMatch(/(?:fill|stroke)="(?!var\(--s-|none)/u)
			return [...svg.matchAll(/var\(--s-([a-z0-9-]+)\)/gu)].map(([, name = '']) => name)
		}),
	)
	expect([...used].filter((name) => !(name in sceneDay))).toEqual([])
	expect(Object.keys(sceneDay).filter((name) => !used.has(name))).toEqual([])
	expect(Object.keys(sceneNight).filter((name) => !(name in sceneDay))).toEqual([])
})

test('any number of pictures stand in one page: none has an identifier', () => {
	for (const entry of scenes.all) expect(drawScene(entry, scenes.cast), entry.id).not.toMatch(/\sid=|url\(#/u)
})

test('every picture has a title of its own in each language, in its script', () => {
	for (const language of languages) {
		const titles = scenes.all.map(({ title }) => title[language])
		expect(new Set(titles).size, language).toBe(titles.length)
	}
	for (const { id, title } of scenes.all) {
		expect(title.ar, id).toMatch(/^[\p{Script=Arabic}\p{M}\s\d،:؟]+$/u)
		expect(title.zgh, id).toMatch(/^[\p{Script=Tifinagh}\s\d,:?«»]+$/u)
		expect(title.fr, id).not.toMatch(/['"]/u)
	}
})

test('faces stand within the frame, and none covers the face of another', () => {
	for (const entry of scenes.all) {
		const heads = findHeads(entry)
		for (const { x, y, radius } of heads) {
			expect(x - radius * 0.95, entry.id).toBeGreaterThan(0)
			expect(x + radius * 0.95, entry.id).toBeLessThan(360)
			expect(y - radius, entry.id).toBeGreaterThan(0)
			expect(y + radius * 0.9, entry.id).toBeLessThan(360)
		}
		for (const [index, one] of heads.entries())
			for (const other of heads.slice(index + 1)) {
				const apart = Math.hypot(one.x - other.x, one.y - other.y)
				expect(apart, entry.id).toBeGreaterThan((one.radius + other.radius) * 0.62)
			}
	}
})

/** Counts how often girls and women, and boys and men, have a part: once a picture, and once a story, however many pictures it has. */
const count = (part: string): { girl: number; boy: number } => {
	const toKey = ({ story, id, who }: (typeof figures)[number]): string => `${story ?? id} ${who}`
	const having = [
		...new Map(
			figures.filter((figure) => figure.part === part).map((figure) => [toKey(figure), figure]),
		).values(),
	]
	return {
		girl: having.filter(({ person }) => person?.gender === 'girl').length,
		boy: having.filter(({ person }) => person?.gender === 'boy').length,
	}
}

test.each(['harmed', 'helps'])('girls and boys are counted equally: %s', (part) => {
	const { girl, boy } = count(part)
	console.info(`${part}: ${girl} girls and women, ${boy} boys and men`)
	expect(girl + boy).toBeGreaterThan(20)
	expect(Math.abs(girl - boy)).toBeLessThanOrEqual(2)
})

test('nobody is only harmed, and nobody only harms', () => {
	for (const who of Object.keys(scenes.cast)) {
		const own = figures.filter((figure) => figure.who === who)
		expect(
			own.some(({ part }) => part === undefined || part === 'helps'),
			who,
		).toBe(true)
	}
})

test('nobody laughs beside somebody who suffers but who harms them', () => {
	for (const { id, part, mood, who } of figures) {
		const isSuffering = figures.some((figure) => figure.id === id && figure.part === 'harmed')
		if (isSuffering && mood === 'laughing') expect(part, `${id}: ${who}`).toBe('harms')
	}
})

test('nobody who stands by somebody who suffers smiles', () => {
	const smiling = ['glad', 'calm', 'listening', 'relieved', 'proud', 'laughing']
	const suffering = ['sad', 'afraid', 'ashamed', 'worried', 'tired', 'angry']
	const faults = scenes.all.flatMap((entry) => {
		const shown = entry.shows.flatMap((one) => ('who' in one ? [one] : []))
		const isSad = shown.some(({ part, mood }) => part === 'harmed' && suffering.includes(mood))
		return shown.flatMap((one) =>
			isSad && one.part === 'helps' && smiling.includes(findMood(entry, one))
				? [`${entry.id}: ${one.who}`]
				: [],
		)
	})
	expect(faults).toEqual([])
})

test('no hand is in the face of somebody else; a hand of comfort lies on a shoulder', () => {
	for (const { id, who, part, left, right } of figures) {
		const others = figures.filter((other) => other.id === id && other.who !== who)
		for (const {
			to: [x, y],
			shape,
		} of [left, right].flatMap((hand) => hand ?? [])) {
			if (shape === 'lay') continue
			for (const { at, size = 1, who: whose } of others)
				expect(Math.hypot(at[0] - x, at[1] - y), `${id}: ${who} ${part} at ${whose}`).toBeGreaterThan(
					30 * size,
				)
		}
	}
})

test('every topic has a picture for each of its readers, and only pages that are there have one', () => {
	const pages = library.topics.flatMap(({ id, audiences }) =>
		audiences.map((audience) => `${audience}/${id}`),
	)
	for (const page of pages) {
		const [audience = '', topic = ''] = page.split('/')
		expect(findHero(scenes, audience, topic), page).toBeDefined()
	}
	const named = scenes.all.flatMap((entry) => entry.pages)
	expect(named.filter((page) => !pages.includes(page))).toEqual([])
	expect(new Set(named).size).toBe(named.length)
})

test('every picture that a card of an answer names has a scene, one and no more', () => {
	const named = globSync('content/answers/*/*/fr.md').flatMap((file) =>
		[...readFileSync(file, 'utf8').matchAll(/- picture: ([a-z-]+)/gu)].map(([, name = '']) => name),
	)
	const cards = scenes.all.flatMap(({ card }) => card ?? [])
	expect([...new Set(named)].filter((name) => !cards.includes(name))).toEqual([])
	expect(new Set(cards).size).toBe(cards.length)
})

test('every story has at least one picture', () => {
	const stories = globSync('content/skills/scenarios/*/').map((path) => path.split('/').at(-1) ?? '')
	const drawn = scenes.all.flatMap(({ story }) => story ?? [])
	expect(stories.filter((story) => !drawn.includes(story))).toEqual([])
	expect(drawn.filter((story) => !stories.includes(story))).toEqual([])
})

test('every story has a cover and a picture of an end that is safe, and pictures stand at places that it has', () => {
	for (const file of globSync('content/skills/scenarios/*/scenario.yaml')) {
		const story = file.split('/').at(-2) ?? ''
		const graph = parse(readFileSync(file, 'utf8')) as {
			readers: string
			steps: object
			ends: Record<string, { outcome: string }>
		}
		expect(findStoryScene(scenes, story, undefined), story).toBeDefined()
		for (const [end, { outcome }] of Object.entries(graph.ends)) {
			const drawn = findEndScene(scenes, { story, end, outcome, readers: graph.readers })
			expect(drawn, `${story}/${end}`).toBeDefined()
			if (outcome === 'safe') expect(drawn?.story, `${story}/${end}`).toBe(story)
		}
		const places = [...Object.keys(graph.steps), ...Object.keys(graph.ends), 'safe', 'harder', undefined]
		const wrong = scenes.all.filter((entry) => entry.story === story && !places.includes(entry.moment))
		expect(
			wrong.map(({ id }) => id),
			story,
		).toEqual([])
	}
})

test('everybody of the cast has a face of at most 1.5 KB as it is sent, and so has nobody', () => {
	for (const who of [...Object.keys(scenes.cast), 'nobody']) {
		const face = makeSceneFile(nameFaceFile(who)) ?? ''
		expect(face, who).toContain('<path')
		expect(face, who).not.toContain('var(')
		expect(brotliCompressSync(face).length, who).toBeLessThanOrEqual(1536)
	}
})

test('a picture stands for one thing at most: topics, a card, a story, a lesson or a page', () => {
	const strange = scenes.all.filter(({ pages, card, story, lesson, page }) => {
		const topics = new Set(pages.map((one) => one.split('/')[1]))
		return topics.size + [card, story, lesson, page].filter((of) => of !== undefined).length > 1
	})
	expect(strange.map(({ id }) => id)).toEqual([])
})

test('every lesson has a cover, one and no more', () => {
	const lessons = globSync('content/skills/lessons/*/').map((path) => path.split('/').at(-1) ?? '')
	expect(scenes.all.flatMap(({ lesson }) => lesson ?? []).sort()).toEqual(lessons.sort())
})

test('pages of their own have a picture', () => {
	for (const page of [
		'lost',
		'offline',
		'nothing-found',
		'children',
		'teens',
		'parents',
		'teachers',
		'citizens',
		'phone-android',
		'phone-iphone',
		'phone-shared',
		'talk-first',
		'told',
		'seen-images',
		'seen-child',
		'seen-online',
	])
		expect(findPageScene(scenes, page), page).toBeDefined()
})

test('a page from right to left gets the mirrored file where the direction has a meaning, a dark page the one at night', () => {
	const directed = scenes.all.find(({ isDirected, time }) => isDirected && time === 'day')
	const still = scenes.all.find(({ isDirected, time }) => !isDirected && time === 'day')
	expect(toScenePicture(directed, 'ar', { camera: 'whole' })?.src).toMatch(/\.rtl\.svg$/u)
	expect(toScenePicture(directed, 'fr', { camera: 'whole' })?.src).not.toContain('.rtl')
	expect(toScenePicture(still, 'ar', { camera: 'whole', isNight: true })?.src).toMatch(/\.night\.svg$/u)
	expect(toScenePicture(still, 'zgh', { camera: 'near' })?.src).toContain('#svgView(viewBox(')
	expect(toScenePicture(undefined, 'fr', { camera: 'near' })).toBeUndefined()
})

test('every card of a child has a picture, and never that of another topic', () => {
	expect(findCardFaults(scenes, library)).toEqual([])
	const [{ topic, cards } = { topic: '', cards: [] }] = library.cards
	const withScene = (scene: string): string[] =>
		findCardFaults(scenes, { cards: [{ topic, cards: cards.map((card) => ({ ...card, scene })) }] })
	expect(withScene('nothing')[0]).toMatch(/card 1: there is no picture nothing$/u)
	expect(withScene(topic === 'scams' ? 'law-children' : 'scams-children')[0]).toMatch(
		/picture of another topic$/u,
	)
})

test('wrong content is refused with its file and line', () => {
	const files = new Map(
		globSync('content/scenes/*.yaml').map((file) => [file, readFileSync(file, 'utf8')] as const),
	)
	const withScene = (text: string): ReadonlyMap<string, string> =>
		new Map([...files, ['content/scenes/wrong.yaml', text]])
	const titles = "title: { ar: 'رسم', fr: 'Dessin', zgh: 'ⵓⵏⵓⵖ', en: 'Drawing' }"
	const start = `- id: wrong\n  ${titles}\n  place: salon\n`
	expect(() =>
		buildScenes(withScene(`${start}  shows: [{ who: nobody, at: [1, 1], mood: calm }]\n`)),
	).toThrow(/wrong\.yaml:1: wrong: nobody is not in the cast/u)
	expect(() => buildScenes(withScene(`${start}  shows: [{ thing: sword, at: [1, 1] }]\n`))).toThrow(
		/no thing sword/u,
	)
	expect(() => buildScenes(withScene(`${start}  shows: [{ who: nour, at: [1, 1], mood: cute }]\n`))).toThrow(
		/wrong\.yaml:4/u,
	)
	expect(() =>
		buildScenes(withScene(`${start.replace('wrong', 'lost')}  shows: [{ thing: cat, at: [1, 1] }]\n`)),
	).toThrow(/lost is there twice/u)
})
