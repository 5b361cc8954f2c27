import { expect, test } from 'vitest'
import { verifyOwnRecord } from './verified.ts'

test('a process without a record verifies none, and says so each time', async () => {
	const none = { code: 'page.not-found', status: 404 }
	await expect(verifyOwnRecord()).rejects.toMatchObject(none)
	await expect(verifyOwnRecord()).rejects.toMatchObject(none)
})
