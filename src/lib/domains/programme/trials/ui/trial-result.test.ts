import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales, type Locale } from '#base'
import { createWords } from '#ui/words'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'
import type { TrialReport } from '../report.ts'

let rendering: Rendering
let render: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	render = await rendering.load('/src/lib/domains/programme/trials/ui/TrialResult.svelte')
})
afterAll(() => rendering.close())

const effect: TrialReport['outcomes'][number]['effect'] = {
	difference: 1,
	error: 0.2,
	degrees: 11,
	p: 0.01,
	smd: 0.4,
	low: 0.1,
	high: 0.7,
	classes: 14,
	sheets: 400,
	icc: 0.06,
}
const helped: TrialReport = {
	verdict: 'higher',
	couldSee: 0.3,
	fearHeld: true,
	missing: [],
	permutations: 10_000,
	outcomes: [{ outcome: 'knowledge', moment: 'w8', isPrimary: true, p: 0.01, effect }],
}
const show = (locale: Locale, forms: TrialReport['forms']): string =>
	render({ words: createWords(locale), report: { ...helped, forms } })

test.each(locales)('a result of forms that are not validated says so before its numbers, %s', (locale) => {
	const said = createWords(locale).t('trial.unvalidated')
	for (const forms of [undefined, { version: 1, validated: false }]) {
		const [before = '', after] = show(locale, forms).split(said)
		expect(after).toContain('<table')
		expect(before).not.toContain('<table')
	}
	expect(show(locale, { version: 2, validated: true })).not.toContain(said)
})

test('a study that was stopped too early has no verdict, and says nothing of the lesson', () => {
	const { t } = createWords('en')
	const early = { ...helped, verdict: undefined, couldSee: undefined, outcomes: [] }
	const shown = render({ words: createWords('en'), report: early })
	expect(shown).toContain(t('trial.stopped.undecided'))
	expect(shown).toContain(t('trial.stopped.few'))
	expect(shown).not.toContain('The lesson')
})
