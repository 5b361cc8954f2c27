/** Follows a sealed report to the line of the queue without anybody looking: what the intake announces is ingested. */
import { afterEach, describe, expect, test, vi } from 'vitest'
import { setDatabase } from '#server/process/database'
import { startIngesting, announceArrival, whenIngested } from '#server/process/arrival'
import { makeFolder } from '../../../tests/support/child.ts'
import { database, engines } from '../../../tests/support/database.ts'
import { makeBody, openTestReports, post, serveReports } from '../../../tests/support/reports.ts'
import { ingestReports } from './arrivals.ts'

afterEach(() => vi.unstubAllEnvs())

describe.each(engines)('what comes on %s', (engine) => {
	test('is a case once its sender has the answer, also what came before the desk was there', async () => {
		const opened = await database(engine)
		const dataDir = makeFolder()
		vi.stubEnv('DATA_DIR', dataDir)
		vi.stubEnv('LOG_LEVEL', 'error')
		setDatabase(opened)
		const countCases = async (): Promise<number> =>
			(await opened.kysely.selectFrom('desk_case').select('id').execute()).length
		const reports = await openTestReports({ kysely: opened.kysely, dataDir, onArrival: announceArrival })
		const origin = await serveReports(reports)
		const file = async (): Promise<void> => {
			expect((await post(origin, (await makeBody(reports)).body)).status).toBe(201)
		}
		await file()
		expect(await countCases()).toBe(0)
		startIngesting(ingestReports)
		await whenIngested()
		expect(await countCases()).toBe(1)
		await file()
		await file()
		await whenIngested()
		expect(await countCases()).toBe(3)
	})
})
