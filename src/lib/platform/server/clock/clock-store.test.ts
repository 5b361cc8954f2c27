import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { database, engines } from '../../../../../tests/support/database.ts'
import { confirmHour, findKnownHour, keepKnownHour } from './clock-store.ts'
import { formatNote, parseNote } from '#tools/seal/signed-note'
import { cosign } from '../../../../../tests/support/record.ts'
import { createClock, getDatabaseClock, getTrustedTime } from './clock.ts'

const hour = 3_600_000
const start = new Date('2026-11-26T10:30:00Z')

describe.each(engines)('the clock on %s', (engine) => {
	/** Processes on one database: each has a clock that can be wrong, and all have the same true time. */
	const begin = async () => {
		const { kysely } = await database(engine)
		let passed = 0
		const changes: unknown[] = []
		const startProcess = (wrongBy = 0) => {
			const set = { by: wrongBy }
			const now = (): Date => new Date(start.getTime() + (passed + set.by) * hour)
			const clock = createClock({
				kysely,
				now,
				elapsed: () => passed * hour,
				onChange: (fault) => changes.push(fault),
			})
			return { clock, now, set: (hours: number) => (set.by = hours) }
		}
		/** A witness outside signs a checkpoint of so many entries, at the true time or at another. */
		const witnessed = async (size: number, wrongBy = 0): Promise<void> => {
			const at = start.getTime() + (passed + wrongBy) * hour
			const text = `desk.example/record\n${size}\n${Buffer.alloc(32).toString('base64')}\n`
			const own = { name: 'desk.example/record', id: 1, bytes: new Uint8Array(64) }
			const note = await cosign(formatNote({ text, signatures: [own] }), undefined, at / 1000)
			const signed = parseNote(note)
			const signatures = [own, ...(signed.ok ? signed.value.signatures : [])]
			const row = { size, note: formatNote({ text, signatures }), hour: new Date(at), published: true }
			await kysely.insertInto('audit_checkpoint').values(row).execute()
		}
		return { kysely, startProcess, pass: (hours: number) => (passed += hours), changes, witnessed }
	}

	test('remembers no more than the hour, and only forward', async () => {
		const { kysely, startProcess, pass } = await begin()
		const { clock, set } = startProcess()
		await clock.look()
		expect((await findKnownHour(kysely))?.hour).toEqual(new Date('2026-11-26T10:00:00Z'))
		pass(5)
		await clock.look()
		set(-3)
		expect(await clock.look()).toMatchObject({ fault: undefined })
		expect((await findKnownHour(kysely))?.hour).toEqual(new Date('2026-11-26T15:00:00Z'))
		const { rows } = await sql<{
			value: string
		}>`select value::text as value from setting where key = 'clock'`.execute(kysely)
		expect(rows[0]?.value).not.toMatch(/:30|:[0-9]*[1-9]/u)
	})

	test('one process that is five days ahead is not believed, and spoils nothing for the others', async () => {
		const { kysely, startProcess, pass, changes } = await begin()
		const right = startProcess()
		await right.clock.look()
		const wrong = startProcess(5 * 24)
		expect(await wrong.clock.look()).toMatchObject({ fault: 'ahead' })
		expect(wrong.clock.describe()?.fault).toBe('ahead')
		await expect(getTrustedTime(wrong.clock)).rejects.toMatchObject({
			code: 'clock.not-trusted',
			status: 409,
		})
		pass(1)
		expect(await right.clock.look()).toMatchObject({ fault: undefined })
		expect((await findKnownHour(kysely))?.hour).toEqual(new Date('2026-11-26T11:00:00Z'))
		wrong.set(0)
		expect(await startProcess().clock.look(), 'started again with the clock right').toMatchObject({
			fault: undefined,
		})
		expect(changes).toEqual(['ahead'])
	})

	test('many small steps within a process do not add up to a large one', async () => {
		const { startProcess } = await begin()
		const { clock, set } = startProcess()
		await clock.look()
		set(20)
		expect(await clock.look()).toMatchObject({ fault: undefined, earliest: start })
		set(40)
		expect(await clock.look()).toMatchObject({ fault: 'ahead' })
		set(1)
		expect(await clock.look(), 'set right').toMatchObject({ fault: undefined })
	})

	test('a start that is 21 hours ahead is believed, and proves nothing; several do not add up', async () => {
		const { startProcess, pass } = await begin()
		await startProcess().clock.look()
		for (const wrongBy of [21, 42, 63]) {
			const { clock } = startProcess(wrongBy)
			const state = await clock.look()
			expect(state.fault, `${wrongBy} hours ahead`).toBeUndefined()
			expect(state.proved.getTime(), `${wrongBy} hours ahead`).toBeLessThanOrEqual(start.getTime())
			await expect(getTrustedTime(clock)).resolves.toEqual(state.proved)
		}
		pass(3)
		expect((await startProcess(63).clock.look()).proved.getTime()).toBeLessThanOrEqual(start.getTime())
	})

	test('proved time goes on while a process runs, and over restarts; what was without a process is missing', async () => {
		const { startProcess, pass } = await begin()
		const first = startProcess()
		await first.clock.look()
		pass(5)
		expect((await first.clock.look()).proved).toEqual(first.now())
		pass(2)
		const second = startProcess()
		await second.clock.look()
		pass(4)
		const { proved } = await second.clock.look()
		expect(proved.getTime()).toBeLessThanOrEqual(second.now().getTime() - 2 * hour)
		expect(proved.getTime()).toBeGreaterThan(second.now().getTime() - 3 * hour)
	})

	test('what a witness outside has signed proves the time up to then, and never more than the machine says', async () => {
		const { startProcess, pass, witnessed } = await begin()
		await startProcess().clock.look()
		pass(20)
		const { clock, now } = startProcess()
		expect((await clock.look()).proved.getTime()).toBeLessThan(now().getTime() - 19 * hour)
		await witnessed(3)
		expect((await clock.look()).proved).toEqual(now())
		await witnessed(4, 30)
		expect((await clock.look()).proved, 'a witness whose clock is ahead').toEqual(now())
		pass(1)
		expect((await startProcess().clock.look()).proved.getTime()).toBeLessThanOrEqual(now().getTime())
	})

	test('a clock that ran away from what is proved by more than a week waits for a person', async () => {
		const { kysely, startProcess, pass } = await begin()
		await startProcess().clock.look()
		let last = startProcess()
		for (let nights = 0; nights < 8; nights++) {
			expect(await last.clock.look()).toMatchObject({ fault: undefined })
			pass(22)
			last = startProcess()
		}
		expect(await last.clock.look()).toMatchObject({ fault: 'ahead' })
		await confirmHour(kysely, last.now())
		const confirmed = await last.clock.look()
		expect(confirmed.fault).toBeUndefined()
		expect(confirmed.proved.getTime()).toBeGreaterThan(last.now().getTime() - hour)
	})

	test('after three days without a process a person says what time it is, and the running process hears of it', async () => {
		const { kysely, startProcess, pass, changes } = await begin()
		await startProcess().clock.look()
		pass(72)
		const { clock, now } = startProcess()
		expect(await clock.look()).toMatchObject({ fault: 'ahead' })
		await keepKnownHour(kysely, { now: now(), proved: now() })
		await confirmHour(kysely, now())
		expect(await clock.look()).toMatchObject({ fault: undefined })
		expect(changes).toEqual(['ahead', undefined])
		pass(20)
		expect(await clock.look()).toMatchObject({ fault: undefined })
	})

	test('a time that was confirmed too late in the year can be taken back by a person, and by nothing else', async () => {
		const { kysely, startProcess } = await begin()
		const wrong = startProcess(30 * 24)
		await confirmHour(kysely, wrong.now())
		expect(await wrong.clock.look()).toMatchObject({ fault: undefined })
		const right = startProcess()
		expect(await right.clock.look()).toMatchObject({ fault: 'behind' })
		await confirmHour(kysely, right.now())
		expect(await right.clock.look()).toMatchObject({ fault: undefined })
		expect(await wrong.clock.look(), 'whose clock is still wrong').toMatchObject({ fault: 'ahead' })
	})

	test('before anything was believed the newest entry of the record counts', async () => {
		const { kysely, startProcess } = await begin()
		await sql`insert into audit_checkpoint (size, note, hour) values (0, 'made up', '2026-11-20T08:00:00Z')`.execute(
			kysely,
		)
		expect(await startProcess().clock.look()).toMatchObject({ fault: 'ahead' })
		await sql`update audit_checkpoint set hour = '2026-11-26T08:00:00Z'`.execute(kysely)
		expect(await startProcess(-72).clock.look()).toMatchObject({ fault: 'behind' })
		expect(await startProcess().clock.look()).toMatchObject({ fault: undefined })
	})
})

test.runIf(engines.includes('postgres'))(
	'a PostgreSQL server that says another time takes the belief away',
	async () => {
		const { kysely } = await database('postgres')
		const now = (): Date => new Date(Date.now() - 48 * hour)
		const clock = createClock({ kysely, now, readDatabase: getDatabaseClock('postgres') })
		expect(await clock.look()).toMatchObject({ fault: 'apart' })
	},
)
