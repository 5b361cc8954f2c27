/** Everybody who speaks in a story has a face of the cast, and whoever does harm speaks in a colour that promises nothing. */
import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { apps, nobody, type Scenario } from './scenario.ts'

const graphs = globSync('content/skills/scenarios/*/scenario.yaml').map((file) => ({
	story: file.split('/').at(-2) ?? '',
	...(parse(readFileSync(file, 'utf8')) as Pick<Scenario, 'app' | 'faces' | 'offender'> & {
		harms?: string[]
		here?: string[]
	}),
}))
const cast = Object.keys(parse(readFileSync('content/scenes/cast.yaml', 'utf8')) as object)
const style = (file: string): string =>
	/<style>(.*)<\/style>/su.exec(readFileSync(`src/lib/domains/skills/ui/${file}`, 'utf8'))?.[1] ?? ''

test('every face is of the cast, or of nobody, and nobody speaks with the face of who plays', () => {
	for (const { story, faces } of graphs) {
		const others = Object.entries(faces).filter(([id]) => id !== 'me')
		expect(
			Object.values(faces).filter((who) => who !== nobody && !cast.includes(who)),
			story,
		).toEqual([])
		expect(
			others.filter(([, who]) => who === faces.me),
			story,
		).toEqual([])
		const known = others.map(([, who]) => who).filter((who) => who !== nobody)
		expect(new Set(known).size, `${story}: two people with one face`).toBe(known.length)
	}
})

test('every kind of app has a story, and people stand before each other in some', () => {
	expect(new Set(graphs.map(({ app }) => app))).toEqual(new Set(apps))
})

test('whoever writes to do harm is named: stories of a stranger or a company all name one', () => {
	for (const { story, offender, harms } of graphs)
		if (offender === 'stranger' || offender === 'company') expect(harms, story).toBeDefined()
})

/** Tokens that say safe, and those that say danger. */
const loaded = /--(?:mint|leaf|saffron|terracotta|door-parents)/u

test('the bubble of who does harm is neutral: neither the colour of what is safe nor that of danger', () => {
	const rule = /\.harms \{([^}]*)\}/u.exec(style('Bubbles.svelte'))?.[1] ?? ''
	expect(rule).toContain('--bubble:')
	expect(rule).toContain('var(--quiet)')
	expect(rule).not.toMatch(loaded)
	const neutral = style('Bubbles.svelte').match(/--bubble:[^;]*/gu) ?? []
	for (const bubble of neutral) expect(bubble).not.toMatch(/--(?:mint|leaf|terracotta|door-parents)/u)
	expect(style('Bubbles.svelte') + style('AppScreen.svelte')).not.toMatch(/--mint/u)
})
