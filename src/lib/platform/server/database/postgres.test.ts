import { expect, onTestFinished, test } from 'vitest'
import { canStartPostgres, makePostgres } from '../../../../../tests/support/postgres-server.ts'
import { connectPostgres, requireNoMoments, requireVersion } from './postgres.ts'

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

test('a server that keeps the moment of each transaction is refused: hours would be moments there', () => {
	const refused = { code: 'database.keeps-moments', status: 503 }
	expect(() => requireNoMoments(true)).toThrow(expect.objectContaining(refused) as Error)
	expect(() => requireNoMoments(false)).not.toThrow()
})

test.skipIf(!canStartPostgres)('a real server is asked, and refused while it keeps them', async () => {
	const server = await makePostgres()
	onTestFinished(server.remove)
	const pool = await connectPostgres(server.url)
	await pool.query('alter system set track_commit_timestamp = on')
	await pool.end()
	await server.stop()
	await server.start()
	await expect(connectPostgres(server.url)).rejects.toMatchObject({ code: 'database.keeps-moments' })
})
