import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { sampleFigures, sampleFrozen } from '../../../../../../../tests/support/frozen.ts'
import { startRendering, type Rendering } from '../../../../../../../tests/support/rendered.ts'
import { listTargetsOf } from '../../targets.ts'

let rendering: Rendering
let show: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	show = await rendering.load('/src/lib/domains/programme/scoreboard/ui/numbers/TargetTable.svelte')
})
afterAll(() => rendering.close())

const words = createWords('en')
const { indicators } = sampleFrozen
const target = {
	indicator: 'sessions-held',
	place: 'MA-TAT',
	period: '2026',
	value: 40,
	agreedOn: '2026-01-05',
	before: [{ value: 60, agreedOn: '2025-12-01' }],
}

test('a target of a year stands with what its quarters reached, and says that they are a part of it', () => {
	const lines = listTargetsOf({ figures: sampleFigures, targets: [target] }, 'MA-TAT', indicators)
	const page = show({ words, lines, indicators })
	// Of the quarters that are published, one was put right from 12 to 11.
	for (const part of ['>40<', '>18<', words.t('scoreboard.targets.part', { n: 6, of: '12' }), 'before: 60'])
		expect(page).toContain(part)
})

test('a target of a time without a number says that there is none yet', () => {
	const lines = listTargetsOf({ figures: [], targets: [target] }, 'MA-TAT', indicators)
	const page = show({ words, lines, indicators })
	expect(page).toContain('>40<')
	expect(page).toContain(words.t('scoreboard.number.none'))
})
