/** Colours stand in one file: `ui/tokens.css`, and those of `ui/tokens` are the same. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { dark, light } from '../../src/lib/ui/tokens/index.ts'

const css = readFileSync('src/lib/ui/tokens.css', 'utf8')

/** The tokens of a block, which begins at `start` and ends with the first brace at the border. */
const readBlock = (start: string): Map<string, string> => {
	const from = css.indexOf(start)
	const block = css.slice(from, css.indexOf('}', from))
	return new Map(
		[...block.matchAll(/--([a-z-]+):\s*([^;]+);/gu)].map(([, name = '', value = '']) => [name, value]),
	)
}

/** A colour in digits, in style, in a drawing or in code; not a private name, an anchor or an import. */
const colour = /(?<=[\s:,('"`=])#(?:[0-9a-f]{8}|[0-9a-f]{6}|[0-9a-f]{3,4})\b(?![\w/-])/giu
const inWords = /\b(?:rgba?|hsla?|oklch|oklab|lch|lab)\(\s*[\d.]/giu

const findColours = (file: string, text: string): string[] =>
	[...text.matchAll(colour), ...text.matchAll(inWords)].map(([found]) => `${file}: ${found}`)

const files = globSync(['src/**/*.{svelte,css,ts,html}', 'scripts/**/*.ts', 'static/*.svg'])
	.filter((file) => !file.endsWith('.test.ts'))
	.filter(
		(file) =>
			!['src/lib/ui/tokens.css', 'src/lib/ui/tokens/index.ts', 'src/lib/ui/tokens/scenes/index.ts'].includes(
				file,
			),
	)

/** What the browser draws before any style sheet, and what stands beside the pages as a file: they say colours of the look themselves. */
const beforeStyles = ['src/app.html', 'static/icon.svg']

/** Colours that a standard of others gives its marks: programs of partners show them, no page of ours does. */
const ofOthers = ['src/lib/tools/indicators/misp-feed/misp-feed.ts']

test('no style, no component and no code says a colour of its own', () => {
	expect(files.length).toBeGreaterThan(500)
	const found = files
		.filter((file) => !beforeStyles.includes(file) && !ofOthers.includes(file))
		.flatMap((file) => findColours(file, readFileSync(file, 'utf8')))
	expect(found).toEqual([])
})

test('a colour in a style, a drawing or a template is seen', () => {
	for (const text of ['color: #1b2340;', 'fill="#fff"', '`background:#FBF6EC80`', 'color: rgb(1 2 3)'])
		expect(findColours('here', text), text).toHaveLength(1)
	for (const text of ["import '#ui/words'", 'href="#a1b-c"', 'this.#abc = 1'])
		expect(findColours('here', text), text).toHaveLength(0)
})

test('what stands outside of the styles has colours of the look', () => {
	const known = new Set(Object.values(light).map(String))
	for (const file of beforeStyles)
		for (const [found] of readFileSync(file, 'utf8').matchAll(colour)) expect(known, file).toContain(found)
})

test('colours for pages that stand alone are those of the look', () => {
	const day = readBlock(':root {')
	for (const [name, value] of Object.entries(light)) expect(day.get(name), name).toBe(value)
	const night = readBlock('@media (prefers-color-scheme: dark)')
	for (const [name, value] of Object.entries(dark)) expect(night.get(name), name).toBe(value)
})

test('every token that is used is there, and every token is used', () => {
	const uses = files.map((file) => readFileSync(file, 'utf8')).join('\n')
	const used = new Set([...(uses + css).matchAll(/var\(--([a-z-]+)/gu)].map(([, name = '']) => name))
	const set = new Set([...uses.matchAll(/--([a-z-]+):/gu)].map(([, name = '']) => name))
	const tokens = new Set([...css.matchAll(/--([a-z-]+):/gu)].map(([, name = '']) => name))
	expect([...used].filter((name) => !tokens.has(name) && !set.has(name))).toEqual([])
	expect([...tokens].filter((name) => !used.has(name))).toEqual([])
})
