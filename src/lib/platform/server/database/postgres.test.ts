import { expect, test } from 'vitest'
import { connectPostgres, requireVersion } from './postgres.ts'

test('a server that is older than what we write for is refused, and says which would do', () => {
	const tooOld = {
		code: 'database.too-old',
		status: 503,
		message: expect.stringContaining('wanted 15') as string,
	}
	for (const version of [9, 14, Number.NaN])
		expect(() => requireVersion(version)).toThrow(expect.objectContaining(tooOld) as Error)
	for (const version of [15, 18]) expect(() => requireVersion(version)).not.toThrow()
})

test('a server that is not there is told without its address', async () => {
	const problem: unknown = await connectPostgres('postgres://hunter2:word@127.0.0.1:1/thiqa').catch(
		(thrown: unknown) => thrown,
	)
	expect(problem).toMatchObject({ code: 'database.unreachable', status: 503 })
	expect(String(problem)).not.toMatch(/hunter2|word|127\.0/u)
})
