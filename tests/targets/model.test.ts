/** The protocol as a model whose every state is looked at (Spin): what is promised holds, and fails as soon as a rule is left out. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findProgram, run } from '../support/running.ts'

type Case = { model: string; property: string; holds: string; broken: readonly string[] }

/** `holds`: what is switched on where the property holds; `broken`: where it must not. */
const cases: readonly Case[] = [
	// SERVED_DESK is no rule left out: it is what the threat model does not promise, and the model has to see it.
	{ model: 'seal', property: 'words', holds: '', broken: ['-DMUTANT_UNSIGNED', '-DSERVED_DESK'] },
	{ model: 'seal', property: 'ghost', holds: '', broken: ['-DMUTANT_KEYLOG'] },
	{ model: 'seal', property: 'destroyed', holds: '', broken: ['-DMUTANT_BACKUP'] },
	{ model: 'mailbox', property: 'own_mailbox', holds: '', broken: ['-DMUTANT_BOX', '-DMUTANT_LOOKUP'] },
	{ model: 'mailbox', property: 'own_answer', holds: '', broken: ['-DMUTANT_NONCE', '-DMUTANT_SIGNATURE'] },
	{ model: 'record', property: 'rewritten', holds: '-DWITNESS', broken: ['-DWITNESS -DMUTANT_WITNESS'] },
	// Without a witness and a kept checkpoint nobody sees it: that is why a live installation needs one.
	{ model: 'record', property: 'rewritten', holds: '-DKEPT', broken: ['-DKEPT -DMUTANT_KEPT', ''] },
]

const [spin, compiler] = [findProgram('spin'), findProgram('gcc')]

/** Looks at every state. Answers the number of faults and of states. */
const search = ({ model, property }: Case, options: string): { faults: number; states: number } => {
	const folder = mkdtempSync(join(tmpdir(), 'model-'))
	const flags = options.split(' ').filter((flag) => flag !== '')
	try {
		const made = run(spin ?? '', [...flags, '-a', resolve('model', `${model}.pml`)], { cwd: folder })
		expect(made.output).not.toMatch(/error/iu)
		expect(run(compiler ?? '', ['-O1', '-w', '-o', 'pan', 'pan.c'], { cwd: folder }).status).toBe(0)
		const { output } = run(join(folder, 'pan'), ['-a', '-m100000', '-N', property], { cwd: folder })
		expect(output).not.toContain('max search depth too small')
		return {
			faults: Number(/errors: (\d+)/u.exec(output)?.[1]),
			states: Number(/(\d+) states, stored/u.exec(output)?.[1]),
		}
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

describe.skipIf(!spin || !compiler)('the model (skipped without the programs spin and gcc)', () => {
	test.each(cases)('$model: $property holds in every state ("$holds")', (one) => {
		const { faults, states } = search(one, one.holds)
		expect(faults).toBe(0)
		expect(states).toBeGreaterThan(100)
	})

	const mutants = cases.flatMap((one) => one.broken.map((options) => ({ ...one, options })))
	test.each(mutants)('$model: $property fails with "$options"', ({ options, ...one }) => {
		expect(search(one, options).faults).toBe(1)
	})
})
