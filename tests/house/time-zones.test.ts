import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'

const compute = async (zone: string): Promise<string> => {
	const env = { ...process.env, TZ: zone }
	const { stdout } = await promisify(execFile)(process.execPath, ['tests/support/times-child.ts'], {
		env,
		maxBuffer: 2 ** 24,
	})
	return stdout
}

test('moments, days and time limits are the same wherever the machine thinks it stands, also when Morocco changes its clock', async () => {
	const zones = ['UTC', 'Africa/Casablanca', 'Asia/Tokyo', 'America/St_Johns']
	const [utc = '', ...others] = await Promise.all(zones.map(compute))
	const { changes, all } = JSON.parse(utc) as { changes: number; all: unknown[] }
	expect(changes).toBeGreaterThan(0)
	expect(all.length).toBeGreaterThan(changes * 9)
	for (const other of others) expect(other).toBe(utc)
})
