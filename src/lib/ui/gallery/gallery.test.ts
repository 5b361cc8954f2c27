/** Every component of `ui` has examples, in the scripts of the house, and each stands without script. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startRendering, type RenderedExample, type Rendering } from '../../../../tests/support/rendered.ts'

let rendering: Rendering
let examples: RenderedExample[]
let without: string[]
beforeAll(async () => {
	rendering = await startRendering()
	;({ examples, without } = await rendering.renderExamples())
})
afterAll(() => rendering.close())

/** A drawing has no words. */
const isDrawn = (path: string): boolean => path.startsWith('picture/')

test('every component has examples', () => {
	expect(new Set(examples.map(({ path }) => path)).size).toBeGreaterThanOrEqual(19)
	expect(without).toEqual([])
})

test('every component with words is shown in Arabic, in French and in Tamazight', () => {
	const shown = Map.groupBy(
		examples.filter(({ path }) => !isDrawn(path)),
		({ path }) => path,
	)
	for (const [path, own] of shown)
		expect([...new Set(own.map(({ locale }) => locale))], path).toEqual(
			expect.arrayContaining(['ar', 'fr', 'zgh']),
		)
})

test('every example stands without script: it is there at once, and nothing in it runs', () => {
	for (const { path, name, head, body } of examples) {
		const at = `${path}, ${name}`
		const whole = (head.replace(/<style[^>]*>.*?<\/style>/gsu, '') + body).replace(/<!--.*?-->/gsu, '')
		expect(whole.trim(), at).not.toBe('')
		expect(whole, at).not.toMatch(/<script(?! type="application\/ld\+json")|\son[a-z]+=|javascript:/iu)
		expect(whole, at).not.toMatch(/undefined|\[object /u)
	}
})

test('the gallery shows all of it, and no Tifinagh to who reads Latin letters', async () => {
	const render = await rendering.load('/src/lib/ui/gallery/Gallery.svelte')
	const html = render({ locale: 'zgh-latn' })
	expect(html.match(/<section /gu)?.length).toBeGreaterThan(12)
	expect(html).not.toMatch(/\p{Script=Tifinagh}/u)
	expect(render({ locale: 'fr' })).toMatch(/\p{Script=Tifinagh}/u)
})
