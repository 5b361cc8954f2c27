/** Keys follow each other by the clock, and a clock can be wrong: what it would end cannot be brought back. */
import { randomUUID } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import {
	makeEpoch,
	planEpoch,
	planNextEpoch,
	toEpochText,
	signWithRoot,
	wrapSecret,
	type EpochSpan,
} from '#domains/people/keys'
import { addGroupKey, listGroupKeys } from '#domains/people/server/keys'
import { listEpochRecords } from '#domains/reports/server'
import { confirmHour, createClock } from '#platform'
import { makeIdentity, toRecipient } from '#tools/seal/sealed'
import { parseVerifierKey } from '#tools/seal/signed-note'
import { makeFolder } from '../../../tests/support/child.ts'
import { database, engines } from '../../../tests/support/database.ts'
import { holdCeremony } from '../../../tests/support/ended-epoch.ts'
import { get } from '../../../tests/support/key-world.ts'
import { makeBody, openTestReports, post, serveReports } from '../../../tests/support/reports.ts'
import { setDatabase } from '#server/process/database'
import { publish, startNext } from './key-acts.ts'

const hour = 3_600_000

describe.each(engines)('keys and a wrong clock on %s', (engine) => {
	/** In use since the 26th of November, the key of December signed and waiting. `pass` lets true hours go by. */
	const goLive = async () => {
		let at = Date.parse('2026-11-26T10:30:00Z')
		const opened = await database(engine)
		const { kysely } = opened
		const dataDir = makeFolder()
		vi.stubEnv('DATA_DIR', dataDir)
		vi.stubEnv('LOG_LEVEL', 'error')
		setDatabase(opened)
		const root = await holdCeremony(dataDir)
		const startProcess = (wrongBy = 0) => {
			const now = (): Date => new Date(at + wrongBy * hour)
			return { now, clock: createClock({ kysely, now, elapsed: () => at }) }
		}
		const first = startProcess()
		await first.clock.look()
		const reader = get(await toRecipient(await makeIdentity()))
		const make = async (span: EpochSpan): Promise<string> => {
			const made = await makeEpoch(span.id)
			const wraps = new Map([[randomUUID(), get(await wrapSecret(made.text, reader))]])
			await addGroupKey(dataDir, { key: made.key, span, wraps }, new Date(at))
			return get(await signWithRoot(toEpochText(made.key, span), root.shares.slice(0, 3)))
		}
		const ids = async () => (await listGroupKeys(dataDir)).map(({ span }) => span.id)
		const november = planEpoch([], new Date(at))
		await publish(november.id, await make(november), first.clock)
		const december = planNextEpoch(await ids(), new Date(at))
		if (!december) throw new Error('no key can be made for December')
		await publish(december.id, await make(december), first.clock)
		const states = async () =>
			(await listGroupKeys(dataDir)).map(({ span: { id }, state }) => `${id} ${state}`).sort()
		const pass = async (hours: number, isRunning = true): Promise<void> => {
			for (let passed = 0; passed < hours; passed++) {
				at += hour
				if (isRunning) await first.clock.look()
			}
		}
		const reports = await openTestReports({
			kysely,
			dataDir,
			root: get(parseVerifierKey(root.verifierKey)),
			now: () => new Date(at),
		})
		return {
			kysely,
			make,
			ids,
			states,
			pass,
			startProcess,
			first,
			reports,
			origin: await serveReports(reports),
		}
	}
	const file = async ({ reports, origin }: Awaited<ReturnType<typeof goLive>>) =>
		(await post(origin, (await makeBody(reports)).body)).status

	test('the signed key of each month stands in the record, for anyone to read, once it is in use', async () => {
		const world = await goLive()
		const notes = async () => (await listEpochRecords(world.kysely)).map(({ content }) => content)
		const [november = ''] = await notes()
		expect(november).toContain('2026-11')
		expect((await world.reports.getEpoch()).record).toBe(november)
		expect(await notes()).toHaveLength(1)
		await world.pass(5 * 24)
		expect(await startNext(world.first.clock)).toBe(1)
		expect(await notes()).toHaveLength(2)
		expect(await startNext(world.first.clock)).toBe(0)
		expect(await notes()).toHaveLength(2)
	})

	test('a minute with the clock five days ahead ends no month', async () => {
		const world = await goLive()
		await world.pass(40)
		const wrong = world.startProcess(5 * 24)
		expect(await startNext(wrong.clock)).toBe(0)
		expect(await world.states()).toEqual(['2026-11 current', '2026-12 next'])
		const today = planEpoch(await world.ids(), wrong.now())
		await expect(publish(today.id, await world.make(today), wrong.clock)).rejects.toMatchObject({
			code: 'clock.not-trusted',
		})
		expect(await world.states()).toContain('2026-11 current')
		const right = world.startProcess()
		expect(await startNext(right.clock)).toBe(0)
		expect((await world.reports.getEpoch()).id).toBe('2026-11')
		expect(await file(world)).toBe(201)
		await world.pass(72)
		expect(await startNext(world.first.clock), 'on the first of December').toBe(1)
		expect(await world.states()).toContain('2026-12 current')
	})

	test('half a day ahead the key of the next month waits for the other clocks', async () => {
		const world = await goLive()
		await world.pass(4 * 24 + 1)
		const jumps = { by: 0 }
		const { kysely } = world
		const now = (): Date => new Date(world.first.now().getTime() + jumps.by * hour)
		const clock = createClock({ kysely, now, elapsed: () => world.first.now().getTime() })
		jumps.by = 20
		expect(now().toISOString()).toMatch(/^2026-12-01/u)
		expect(await startNext(clock)).toBe(0)
		expect(await world.states()).toEqual(['2026-11 current', '2026-12 next'])
	})

	test('a start that is 21 hours ahead on the 30th ends no month, and neither do several', async () => {
		const world = await goLive()
		await world.pass(3 * 24 + 17)
		for (const wrongBy of [21, 42, 63]) {
			const { clock, now } = world.startProcess(wrongBy)
			expect(now().toISOString()).toMatch(/^2026-12-0/u)
			expect(await startNext(clock), `${wrongBy} hours ahead`).toBe(0)
		}
		expect(await world.states()).toEqual(['2026-11 current', '2026-12 next'])
		expect(await file(world)).toBe(201)
	})

	test('a key that people publish with the clock ahead waits for its day while the one before serves', async () => {
		const world = await goLive()
		await world.pass(3 * 24 + 17)
		const again: EpochSpan = { id: '2026-12-2', begins: '2026-12-01', ends: '2027-01-14' }
		const note = await world.make(again)
		await publish(again.id, note, world.startProcess(21).clock)
		expect(await world.states()).toContain('2026-11 current')
		expect(await world.states()).toContain('2026-12-2 next')
	})

	test('a server that was started again on the 30th changes keys by itself once the time is proved', async () => {
		const world = await goLive()
		await world.pass(3 * 24 + 17)
		await world.pass(3, false)
		const { clock, now } = world.startProcess()
		await clock.look()
		await world.pass(22, false)
		expect(now().toISOString()).toMatch(/^2026-12-01T04/u)
		expect(await startNext(clock), 'hours after midnight, without a person').toBe(1)
	})

	test('after three days without a process reports come in, and the next key waits for a person', async () => {
		const world = await goLive()
		await world.pass(48)
		await world.pass(72, false)
		const { clock, now } = world.startProcess()
		expect(await startNext(clock)).toBe(0)
		expect(await file(world), 'with the key of November').toBe(201)
		expect(await startNext(clock), 'a report with its hour proves nothing').toBe(0)
		await confirmHour(world.kysely, now())
		expect(await startNext(clock)).toBe(1)
		expect(await world.states()).toEqual(['2026-11 past', '2026-12 current'])
	})
})
