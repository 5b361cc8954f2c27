import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { findKnownHour, openDatabase } from '#platform'
import { makeFilledFolder } from '../tests/support/ready-made.ts'

test('clock:confirm asks for the day that a person has read elsewhere, and remembers the hour', async () => {
	const dataDir = await makeFilledFolder()
	const confirm = (...day: string[]) =>
		spawnSync(process.execPath, ['scripts/clock-confirm.ts', ...day], {
			env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
			encoding: 'utf8',
		})
	const asked = confirm()
	expect(asked.status).toBe(1)
	expect(asked.stdout).toContain('nothing yet')
	const today = /npm run clock:confirm -- (\S+)/u.exec(asked.stderr)?.[1] ?? ''
	const wrong = confirm('2026-01-01')
	expect(wrong.status).toBe(1)
	expect(wrong.stderr).toContain('set the clock right')
	const right = confirm(today)
	expect(right.status).toBe(0)
	expect(right.stdout).toContain('Confirmed')
	const database = await openDatabase({ dataDir, databaseUrl: undefined })
	try {
		const known = await findKnownHour(database.kysely)
		expect(known?.hour.toISOString()).toMatch(new RegExp(`^${today}T\\d\\d:00:00`, 'u'))
		expect(known?.confirmed).not.toBe('')
	} finally {
		await database.close()
	}
})
