import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findKnownHour, openDatabase } from '#platform'
import { makeFolder } from '../tests/support/child.ts'

test('clock:confirm asks for the day that a person has read elsewhere, and remembers the hour', async () => {
	const dataDir = makeFolder()
	const confirm = (...day: string[]) =>
		spawnSync(process.execPath, ['scripts/clock-confirm.ts', ...day], {
			env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
			encoding: 'utf8',
		})
	const asked = confirm()
	expect([asked.status, asked.stdout]).toEqual([1, expect.stringContaining('nothing yet')])
	const today = /npm run clock:confirm -- (\S+)/u.exec(asked.stderr)?.[1] ?? ''
	expect(confirm('2026-01-01')).toMatchObject({
		status: 1,
		stderr: expect.stringContaining('set the clock right'),
	})
	expect(confirm(today)).toMatchObject({ status: 0, stdout: expect.stringContaining('Confirmed') })
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	try {
		const known = await findKnownHour(database.kysely)
		expect(known?.hour.toISOString()).toMatch(new RegExp(`^${today}T\\d\\d:00:00`, 'u'))
		expect(known?.confirmed).not.toBe('')
	} finally {
		await database.close()
	}
})
