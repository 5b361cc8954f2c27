import { afterAll, beforeAll, expect, test } from 'vitest'
import { createWords } from '#ui/words'
import { startRendering, type Rendering } from '../../../../../../tests/support/rendered.ts'
import { samplePlan } from '../../../../../../tests/support/frozen.ts'
import type { Action } from '../../plan/index.ts'
import { makeBoard } from '../board.ts'

let rendering: Rendering
let show: Awaited<ReturnType<Rendering['load']>>
beforeAll(async () => {
	rendering = await startRendering()
	show = await rendering.load('/src/lib/domains/programme/scoreboard/ui/NotDone.svelte')
})
afterAll(() => rendering.close())

const words = createWords('en')
const all = words.t('scoreboard.not-done.none')
const [first] = samplePlan.initiatives
const make = (actions: readonly Action[]) =>
	makeBoard({ parties: [], initiatives: first ? [{ ...first, actions }] : [] }, '2026-11-29')
const done: readonly Action[] = samplePlan.initiatives
	.flatMap(({ actions }) => actions)
	.filter(({ state, evidence }) => state === 'done' && evidence.length > 0)

test('an empty plan claims nothing, and all is done only where no result of a study is overdue', () => {
	expect(done.length).toBeGreaterThan(0)
	const overdue = [{ id: 't4', publishOn: '2026-08-01' }]
	expect(show({ words, board: make([]), studies: [] })).not.toContain('<h2')
	expect(show({ words, board: make(done), studies: [] })).toContain(all)
	const late = show({ words, board: make(done), studies: overdue })
	expect(late).not.toContain(all)
	expect(late).toContain(words.t('scoreboard.studies'))
})
