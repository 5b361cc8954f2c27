import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('the sense of danger is what its examples, its list and its sets teach today', () => {
	const { status, stderr } = spawnSync(process.execPath, ['scripts/learn-danger.ts', '--check'], {
		encoding: 'utf8',
	})
	expect([status, stderr]).toEqual([0, ''])
})
