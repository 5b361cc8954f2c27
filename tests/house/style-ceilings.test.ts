/** How much style stands outside of `ui`: figures that may only fall. Whoever makes one smaller writes the new one here. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const ceilings = {
	/** Lines of style in components. */
	componentLines: 2838,
	/** Lines of style sheets beside components, outside of `ui`: what a script or several components make together. */
	sheetLines: 540,
	/** Lines of the sheets of `ui`: tokens, ground, parts; with the lists that open from a bar. */
	lookLines: 1190,
	important: 0,
	global: 20,
}

const countLines = (text: string): number => text.split('\n').filter((line) => line.trim() !== '').length
const count = (text: string, what: RegExp): number => [...text.matchAll(what)].length
const readStyle = (file: string): string =>
	/<style[^>]*>(.*?)<\/style>/su.exec(readFileSync(file, 'utf8'))?.[1] ?? ''
const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)

const styles = globSync('src/**/*.svelte').map(readStyle)
const sheets = globSync('src/**/*.css')
const read = (file: string): string => readFileSync(file, 'utf8')
const every = [...styles, ...sheets.map(read)]

const figures = {
	componentLines: sum(styles.map(countLines)),
	sheetLines: sum(
		sheets
			.filter((file) => !file.includes('lib/ui/'))
			.map(read)
			.map(countLines),
	),
	lookLines: sum(
		sheets
			.filter((file) => file.includes('lib/ui/'))
			.map(read)
			.map(countLines),
	),
	important: sum(every.map((text) => count(text, /!important/gu))),
	global: sum(every.map((text) => count(text, /:global\b/gu))),
}

test('style outside of the design system does not grow', () => {
	console.info(`style: ${JSON.stringify(figures)}`)
	for (const [name, most] of Object.entries(ceilings))
		expect(figures[name as keyof typeof ceilings], name).toBeLessThanOrEqual(most)
})

test('a ceiling stands close above its figure, so that what was won is kept', () => {
	for (const [name, most] of Object.entries(ceilings))
		expect(most - figures[name as keyof typeof ceilings], name).toBeLessThanOrEqual(60)
})
