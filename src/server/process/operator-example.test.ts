/** The example that operators copy: it must be read, it must open nothing by itself, and what it sets must hold. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { defaultSchedule } from '#domains/retention'
import { exposureLimits } from '#domains/wellbeing'
import { readOperator } from '#platform'
import { makeNoteKey, toVerifierKey } from '#tools/seal/signed-note'
import { buildDeskRules } from './desk-rules.ts'

const example = readFileSync('deploy/operator.example.yaml', 'utf8')

const readAs = async (text: string) => {
	const folder = mkdtempSync(join(tmpdir(), 'thiqa-example-'))
	onTestFinished(() => rmSync(folder, { recursive: true }))
	writeFileSync(join(folder, 'operator.yaml'), text)
	return readOperator(folder)
}

const both = '{ ar: أ, fr: A }'
const filled = {
	name: both,
	legalBasis: both,
	contact: '{ email: desk@desk.example }',
	hours: both,
	rootKey: toVerifierKey(makeNoteKey('desk.example/root', 'ed25519', new Uint8Array(32).fill(1))),
	escrowHolders: '[A, B, C, D, E]',
	goLive: '{ approvedBy: A, on: 2027-01-31 }',
}
const seer = toVerifierKey(makeNoteKey('witness.example/w1', 'cosignature', new Uint8Array(32).fill(2)))
const witnesses = `[{ name: ${both}, key: ${seer}, url: https://witness.example }]`

test('as it is shipped it is a demonstration that lacks every field', async () => {
	const operator = await readAs(example)
	expect(operator).toMatchObject({ state: 'demonstration', missing: Object.keys(filled), witnesses: [] })
})

test('filled in it is complete, and its desk has hours and the limits of the house', async () => {
	const text = Object.entries({ ...filled, witnesses }).reduce(
		(sofar, [name, value]) => sofar.replace(new RegExp(`^${name}:$`, 'mu'), () => `${name}: ${value}`),
		example,
	)
	const operator = await readAs(text)
	expect(operator).toMatchObject({ state: 'live', quorum: 1 })
	const rules = buildDeskRules(operator.desk)
	expect(rules).toMatchObject({ ok: true, value: { schedule: defaultSchedule, exposure: exposureLimits } })
	expect(rules.ok && rules.value.getAnswerDue(new Date('2025-11-28T19:00:00Z')).toISOString()).toBe(
		'2025-12-01T08:30:00.000Z',
	)
})
