import { expect, test } from 'vitest'
import { getDatabase } from './database.ts'

test('nobody gets a database that the start has not opened', () => {
	expect(() => getDatabase()).toThrow(
		expect.objectContaining({ code: 'database.not-open', status: 503 }) as Error,
	)
})
