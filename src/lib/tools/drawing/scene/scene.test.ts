import { expect, test } from 'vitest'
import {
	ages,
	clothes,
	drawPortrait,
	drawScene,
	drawSceneFile,
	faces,
	findFrame,
	findGaze,
	findMood,
	hairs,
	moods,
	paintScene,
	placeNames,
	poses,
	screens,
	things,
	type CastMember,
	type Scene,
	type SceneFigure,
} from './index.ts'

const person: CastMember = {
	age: 'child',
	gender: 'girl',
	skin: 2,
	face: 'round',
	hair: 'braids',
	hairColour: 'black',
	cover: 'plum',
	wears: 'smock',
	cloth: 'mint',
	trim: 'sand',
	has: [],
}
const scene: Scene = {
	place: 'plain',
	time: 'day',
	isDirected: true,
	shows: [{ who: 'one', at: [120, 140], mood: 'calm' }],
}
const draw = (changes: Partial<Scene>, who: Partial<CastMember> = {}): string =>
	drawScene({ ...scene, ...changes }, { one: { ...person, ...who } })

/** Groups open and close, no number is missing, no colour is written out. */
const expectSound = (svg: string, what: string): void => {
	expect(svg.match(/<g[ >]/gu)?.length ?? 0, what).toBe(svg.match(/<\/g>/gu)?.length ?? 0)
	expect(svg, what).not.toMatch(/NaN|undefined|Infinity|\[object|#[0-9a-f]{3}/iu)
	expect(svg, what).not.toMatch(/<script|<style|\sid=|\son[a-z]+=/u)
}

test('every age, face, hair, dress, mood and pose can be drawn, and each differs from the others', () => {
	const figure = { who: 'one', at: [120, 140], mood: 'calm' } as const
	const families = {
		ages: ages.map((age) => draw({}, { age })),
		faces: faces.map((face) => draw({}, { face })),
		hairs: hairs.map((hair) => draw({}, { hair })),
		clothes: clothes.map((wears) => draw({}, { wears })),
		moods: moods.map((mood) => draw({ shows: [{ ...figure, mood }] })),
		poses: poses.map((pose) => draw({ shows: [{ ...figure, pose, side: 'left' }] })),
		legs: (['stand', 'walk', 'sit', 'wheels'] as const).map((legs) =>
			draw({ shows: [{ ...figure, legs, turn: -0.5 }] }),
		),
	}
	for (const [family, drawings] of Object.entries(families)) {
		for (const svg of drawings) expectSound(svg, family)
		expect(new Set(drawings).size, family).toBe(drawings.length)
	}
})

test('every place, thing and screen of a phone can be drawn', () => {
	for (const place of placeNames) expectSound(draw({ place, front: true }), place)
	const empty = draw({ shows: [] })
	for (const name of [...things, ...screens.map((screen) => `phone:${screen}`)]) {
		const svg = draw({ shows: [{ thing: name, at: [100, 100] }] })
		expectSound(svg, name)
		expect(svg.length, name).toBeGreaterThan(empty.length + 60)
	}
})

test('a picture whose direction has a meaning is mirrored, another is not, and its camera goes along', () => {
	const cast = { one: person }
	expect(drawScene(scene, cast, { isMirrored: true })).toContain('matrix(-1 0 0 1 360 0)')
	expect(drawScene({ ...scene, isDirected: false }, cast, { isMirrored: true })).not.toContain('matrix')
	const near: Scene = { ...scene, near: [20, 40, 200] }
	expect(findFrame(near, 'near')).toBe('20 40 200 200')
	expect(findFrame(near, 'near', true)).toBe('140 40 200 200')
})

test('words of a picture are text, whatever they are', () => {
	const telling = { title: '<b>&', desc: 'a < b' }
	const svg = drawScene(scene, { one: person }, { telling })
	expect(svg).toContain('<title>&#60;b&#62;&#38;</title><desc>a &#60; b</desc>')
	expect(svg).toContain('role="img"')
	expect(drawScene(scene, { one: person })).toContain('aria-hidden="true"')
})

test('a file brings the colours that it uses, by day and at night; a painted one has them written out', () => {
	const svg = draw({})
	const file = drawSceneFile(svg, {
		day: { 'wall-sand': 'red', unused: 'blue' },
		night: { 'wall-sand': 'navy' },
	})
	expect(file).toContain('.scene{--s-wall-sand:red}')
	expect(file).toContain('@media screen and (prefers-color-scheme:dark){.scene{--s-wall-sand:navy}}')
	expect(file).not.toContain('unused')
	expect(paintScene(svg, new Map([['wall-sand', 'red']]))).toContain('fill="red"')
})

test('drawPortrait() has a face for every kind of hair and every mood, and none for nobody', () => {
	const calm = drawPortrait(person)
	expect(calm).toMatch(/^<svg [^>]*viewBox="-50 -52 100 100"/u)
	expect(calm).not.toMatch(/NaN|undefined|\sid=/u)
	for (const hair of hairs) expect(drawPortrait({ ...person, hair }), hair).not.toMatch(/NaN|undefined/u)
	expect(new Set(moods.map((mood) => drawPortrait(person, mood))).size).toBeGreaterThan(10)
	expect(drawPortrait(undefined)).not.toContain('skin-')
})

test('drawPortrait() shows no wheelchair: it is the face that speaks', () => {
	expect(drawPortrait({ ...person, has: ['wheelchair'] })).toBe(drawPortrait(person))
})

const child: SceneFigure = { who: 'one', at: [240, 160], mood: 'sad', part: 'harmed' }
const helper: SceneFigure = { who: 'two', at: [110, 130], mood: 'listening', part: 'helps' }
const show = (...shows: Scene['shows']): Scene => ({ ...scene, shows })

test('who helps somebody who suffers is concerned and does not smile; who harms them keeps the face they have', () => {
	expect(findMood(show(child, helper), helper)).toBe('concerned')
	expect(findMood(show(child, { ...helper, part: undefined }), { ...helper, part: undefined })).toBe(
		'concerned',
	)
	expect(findMood(show(child, { ...helper, mood: 'telling' }), { ...helper, mood: 'telling' })).toBe(
		'telling',
	)
	const mocking: SceneFigure = { ...helper, mood: 'glad', part: 'harms' }
	expect(findMood(show(child, mocking), mocking)).toBe('glad')
	expect(findMood(show({ ...child, mood: 'relieved' }, helper), helper)).toBe('listening')
	expect(findMood(show(child, helper), child)).toBe('sad')
})

test('eyes go to who is near, to what is in the hands, to a thing, or where the scene sends them', () => {
	const toward = (figure: SceneFigure, ...others: Scene['shows']) => findGaze(show(figure, ...others), figure)
	expect(toward(helper, child).eyes[0]).toBeGreaterThan(0.5)
	expect(toward({ ...child, mood: 'telling' }, helper).eyes[0]).toBeLessThan(-0.5)
	const holding = toward({ ...child, mood: 'worried', holds: 'phone:warn' }, helper)
	expect(holding.eyes).toEqual([0, 1])
	const alone: SceneFigure = { ...helper, part: undefined, mood: 'firm' }
	expect(toward(alone, { thing: 'phone:map', at: [300, 130] }).eyes[0]).toBeGreaterThan(0.5)
	expect(toward(alone, { thing: 'lamp', at: [300, 130] }).eyes).toEqual([0, 0])
	expect(toward({ ...helper, looks: 'us' }, child).eyes).toEqual([0, 0])
	expect(toward({ ...helper, looks: [0, 130] }, child).eyes[0]).toBeLessThan(-0.5)
	expect(toward({ ...helper, turn: -0.8 }, child).eyes[0]).toBe(-1)
	expect(toward(child, helper).eyes[1]).toBeGreaterThan(0.5)
})

test('a hand that is laid on somebody lies on their shoulder over them, wherever it was sent', () => {
	const cast = { one: person, two: { ...person, skin: 0 } }
	const lay = (to: readonly [number, number]): string =>
		drawScene(show({ ...helper, right: { to, shape: 'lay' } }, child), cast)
	expect(lay([200, 250])).toBe(lay([190, 230]))
	const [drawn, laid] = [lay([200, 250]), 'skin-0']
	expect(drawn.lastIndexOf(laid)).toBeGreaterThan(drawn.lastIndexOf('skin-2'))
})

test('somebody so small that more than clothes would be seen stands on legs', () => {
	const far = drawScene(show({ ...child, at: [240, 100], size: 0.7 }), { one: person })
	expect(far).toContain('var(--s-shoe)')
	expect(drawScene(show({ ...child, size: 1.5 }), { one: person })).not.toContain('var(--s-shoe)')
})

test('hands can be drawn over what stands between: a table, a book', () => {
	const cast = { one: person }
	const writing: SceneFigure = {
		who: 'one',
		at: [180, 140],
		mood: 'reading',
		pose: 'none',
		right: { to: [220, 260], shape: 'write' },
	}
	const table = { thing: 'table', at: [180, 280] } as const
	const over = drawScene(show(writing, table, { thing: 'hands:one', at: [0, 0] }), cast)
	const under = drawScene(show(writing, table), cast)
	expect(over.lastIndexOf('skin-2')).toBeGreaterThan(over.lastIndexOf('wood'))
	expect(findFrame(show(writing, table, { thing: 'hands:one', at: [0, 0] }), 'near')).toBe(
		findFrame(show(writing, table), 'near'),
	)
	expect(under.lastIndexOf('skin-2')).toBeLessThan(under.lastIndexOf('wood'))
})
