import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { openNote, parseVerifierKey } from '#tools/seal/signed-note'
import { makeFolder } from '../tests/support/child.ts'

const hasAge = spawnSync('age', ['--version']).error === undefined

test.skipIf(!hasAge)(
	'the drill of keys holds from ceremony to destruction, and signs what held',
	async () => {
		const { status, stdout, stderr } = spawnSync(process.execPath, ['scripts/keys-drill.ts'], {
			env: { ...process.env, DATA_DIR: makeFolder(), DATABASE_URL: '' },
			encoding: 'utf8',
		})
		expect([status, stderr.match(/^held: /gmu)?.length]).toEqual([0, 7])
		const key = parseVerifierKey(/^To check it: (.+)$/mu.exec(stderr)?.[1] ?? '')
		if (!key.ok) throw new Error('the drill names no key')
		const note = await openNote(stdout.trimEnd() + '\n', [key.value])
		expect(note.ok && note.value.text).toContain('nobody opens the report')
	},
)
