import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { findDue, findKeyPlan, publish } from './key-acts.ts'

test('before somebody answers for the installation no epoch is published, and none is due', async () => {
	const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-key-acts-'))
	vi.stubEnv('DATA_DIR', dataDir)
	onTestFinished(() => {
		vi.unstubAllEnvs()
		rmSync(dataDir, { recursive: true, force: true })
	})
	await expect(publish('2026-12', 'a note')).rejects.toMatchObject({
		code: 'keys.demonstration',
		status: 409,
	})
	expect(await findKeyPlan(new Date())).toBeUndefined()
	expect(await findDue(new Date())).toBeUndefined()
})
