import { afterAll, beforeAll, expect, test } from 'vitest'
import { locales } from '#base'
import { createWords } from '#ui/words'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'

let rendering: Rendering
let show: Awaited<ReturnType<Rendering['load']>>
let list: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	show = await rendering.load('/src/lib/domains/programme/scoreboard/ui/OverdueStudies.svelte')
	list = await rendering.load('/src/lib/domains/programme/trials/ui/TrialList.svelte')
})
afterAll(() => rendering.close())

test.each(locales)(
	'a study whose result is overdue is called so on the scoreboard and on the list, %s',
	(locale) => {
		const words = createWords(locale)
		const said = words.t('trial.overdue', { day: words.date('2026-08-01') })
		const shown = show({ words, studies: [{ id: 't4', publishOn: '2026-08-01' }] })
		expect(shown).toContain(said)
		expect(shown).toContain(`href="/${locale}/programme/trials/t4"`)
		expect(show({ words, studies: [] })).not.toMatch(/<h3|<section/u)
		const trial = {
			id: 't4',
			state: 'drawn',
			question: 'q',
			language: 'fr',
			topic: 'T',
			publishOn: '2026-08-01',
		}
		expect(list({ words, trials: [{ ...trial, isOverdue: true }], base: '/x' })).toContain(said)
		expect(list({ words, trials: [{ ...trial, isOverdue: false }], base: '/x' })).not.toContain(said)
	},
)
