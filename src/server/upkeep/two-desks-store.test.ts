import { sql } from 'kysely'
import type { Tables } from '#server/process/database'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { eraseOverdue } from '#domains/retention/server'
import { listPublishedFigures, publishFigures } from '#domains/cases/figures/server'
import { listUnseen } from '#domains/cases/queue/server'
import { moveCase } from '#domains/cases/work/server'
import { createLog, createTurn, keepUp, migrate, openDatabase, type Database } from '#platform'
import { openDeskOn, start, type TestDesk } from '../../../tests/support/cases.ts'
import {
	canStartPostgres,
	makePostgres,
	type PostgresServer,
} from '../../../tests/support/postgres-server.ts'
import { createPager } from './pager.ts'

const minute = 60_000

if (!canStartPostgres) console.warn('skipped: no PostgreSQL server that can be started here')

/** Two processes of a desk, each with connections of its own to one PostgreSQL. */
describe.skipIf(!canStartPostgres)('two desks on one PostgreSQL', () => {
	let server: PostgresServer
	let databases: Database<Tables>[]
	beforeAll(async () => {
		server = await makePostgres()
		const open = () => openDatabase<Tables>({ dataDir: '', databaseUrl: server.url })
		databases = [await open(), await open()]
		for (const database of databases) await migrate(database)
	})
	afterAll(async () => {
		for (const database of databases) await database.close()
		await server.remove()
	})

	const openDesks = async (): Promise<TestDesk[]> => {
		const [first] = databases
		if (first)
			await sql`truncate desk_case, desk_count, published_figures, upkeep_turn, act_record cascade`.execute(
				first.kysely,
			)
		return databases.map(({ kysely }) => openDeskOn(kysely))
	}
	/** Spam of November, closed at once. */
	const close = async (desk: TestDesk, count: number): Promise<void> => {
		const supervisor = await desk.hire(`Salma ${count}`, 'supervisor')
		for (const id of await desk.receive(count)) {
			await moveCase(desk, { id, version: 1, to: 'triaged' }, supervisor)
			await moveCase(desk, { id, version: 2, to: 'closed', reason: 'spam' }, supervisor)
		}
	}
	const count = async ({ db }: TestDesk, table: string): Promise<number> =>
		Number(
			(await sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.execute(db)).rows[0]
				?.count,
		)
	/** Done by both at once; answers what each says that it has done. */
	const both = (work: (desk: TestDesk) => Promise<number>, desks: TestDesk[]): Promise<number[]> =>
		Promise.all(desks.map(work))

	test('erase a case once, count it once, and leave one entry of it in the record', async () => {
		const desks = await openDesks()
		const [desk = desks[1]] = desks
		if (!desk) throw new Error('a desk is missing')
		await close(desk, 8)
		const before = await count(desk, 'audit_entry')
		for (const one of desks) one.pass(30 * 24)
		const erased = await both((one) => eraseOverdue(one), desks)
		expect(erased.reduce((sum, some) => sum + some, 0)).toBe(8)
		expect(await count(desk, 'desk_case')).toBe(0)
		expect((await count(desk, 'audit_entry')) - before).toBe(8)
		const { rows } = await sql`select count from desk_count where kind = 'outcome'`.execute(desk.db)
		expect(rows).toEqual([{ count: 8 }])
	})

	test('publish the figures of a quarter once, and neither fails', async () => {
		const desks = await openDesks()
		const [desk] = desks
		if (!desk) throw new Error('a desk is missing')
		await close(desk, 12)
		const now = new Date('2027-07-02T03:00:00Z')
		const published = await both(({ db }) => publishFigures(db, { liveSince: undefined, now }), desks)
		expect(published.reduce((sum, some) => sum + some, 0)).toBe(2)
		expect(await listPublishedFigures(desk.db, 'demonstration')).toHaveLength(2)
	})

	test('ring once for what waits; when one ends the other rings on, and when it dies as well', async () => {
		const desks = await openDesks()
		const rung: number[] = []
		let now = start
		const loops = desks.map((desk, at) => {
			const turn = createTurn(desk.db, 'desk')
			const tick = createPager({
				listUnseen: () => listUnseen(desk.db),
				ring: () => Promise.resolve(void rung.push(at)),
				now: () => now,
			})
			const upkeep = keepUp([{ job: 'desk.page', every: minute / 2, work: tick, isOurs: turn.isOurs }], {
				log: createLog('error', () => undefined),
				zone: 'Africa/Casablanca',
				now: () => now,
				tickEvery: 2 ** 30,
			})
			onTestFinished(upkeep.stop)
			return { ...upkeep, turn }
		})
		const [first, second] = loops
		if (!first || !second || !desks[0]) throw new Error('a desk is missing')
		/** Both tick every half a minute. */
		const pass = async (minutes: number): Promise<void> => {
			for (let half = 0; half < minutes * 2; half++) {
				now = new Date(now.getTime() + minute / 2)
				await Promise.all([first.tick(), second.tick()])
			}
		}
		await desks[0].receive(1, { lane: 'danger' })
		await pass(1)
		expect(rung).toHaveLength(1)
		await pass(9)
		expect(rung, 'again every five minutes, by one').toHaveLength(2)
		const [holder] = rung
		expect(new Set(rung).size).toBe(1)

		await loops[holder ?? 0]?.turn.giveBack()
		const other = loops[1 - (holder ?? 0)]
		await other?.tick()
		now = new Date(now.getTime() + minute)
		await other?.tick()
		expect(rung.slice(2), 'whoever takes over rings at once').toEqual([1 - (holder ?? 0)])

		await sql`update upkeep_turn set until = clock_timestamp()`.execute(desks[0].db)
		now = new Date(now.getTime() + minute)
		await loops[holder ?? 0]?.tick()
		expect(rung.at(-1), 'a holder that died keeps nobody from ringing').toBe(holder)
	})
})
