import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { startRendering, type Rendering } from '../../../../../../../tests/support/rendered.ts'
import type { PartTable } from '../../../counting/index.ts'

let rendering: Rendering
let show: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	show = await rendering.load('/src/lib/domains/programme/scoreboard/ui/numbers/CountedParts.svelte')
})
afterAll(() => rendering.close())

const words = createWords('en')
const given = { words, places: [], topics: { scams: 'Scams' } }
const make = (kind: PartTable['kind'], name: string, value: number): PartTable => ({
	kind,
	period: kind === 'campaign' ? '2026-Q4' : '2026-11',
	few: 5,
	lines: [
		{
			name,
			figure: {
				indicator: `${kind}-${name}`,
				place: 'MA',
				period: '2026-11',
				method: 'counting/1',
				value,
				low: value - value / 2,
				high: value + value / 2,
				status: 'shown',
			},
		},
	],
})

test('a share of votes stands under the name of its page with its interval, and what is too few is a number', () => {
	const page = show({ ...given, tables: [make('helped', 'scams', 0.5)] })
	for (const part of ['Scams', '50 %', words.t('counting.helped.of'), words.t('counting.few', { n: 5 })])
		expect(page).toContain(part)
	expect(page).toContain(words.t('scoreboard.number.between', { low: '25 %', high: '75 %' }))
})

test('the name of a campaign is said at the desk alone', () => {
	const tables = [make('campaign', '3', 900)]
	expect(show({ ...given, tables, slots: { '3': 'Safer Internet Day · SMS' } })).toContain(
		'Safer Internet Day · SMS',
	)
	const page = show({ ...given, tables })
	expect(page).toContain(words.t('counting.slot', { n: '4' }))
	expect(page).not.toContain('Safer')
})

test('where nothing is released yet the page says so', () => {
	expect(show({ ...given, tables: [] })).toContain(words.t('counting.numbers.none'))
})
