import { describe, expect, test } from 'vitest'
import { removeReports } from '#domains/reports/server'
import { solveChallenge } from '../../../tools/seal/proof-of-work/solver/index.ts'
import { database, engines, type EngineName } from '../../../../../tests/support/database.ts'
import {
	answers,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../tests/support/reports.ts'

const open = async (engine: EngineName = 'pglite') => {
	let clock = new Date()
	const { kysely } = await database(engine)
	const reports = await openTestReports({ kysely, now: () => clock })
	return {
		reports,
		db: kysely,
		origin: await serveReports(reports),
		passMinute: () => void (clock = new Date(clock.getTime() + 60_000)),
	}
}

test('a flood of danger is taken to the last report, and seen a minute later', async () => {
	const { reports, origin, passMinute } = await open()
	const bodies = await Promise.all(Array.from({ length: 34 }, () => makeBody(reports)))
	const sent = await Promise.all(bodies.map(async ({ body }) => (await post(origin, body)).status))
	expect(new Set(sent)).toEqual(new Set([201]))
	expect(reports.describeDanger()).toEqual({ lastMinute: 0, isAboveUsual: false })
	passMinute()
	expect(reports.describeDanger()).toEqual({ lastMinute: 30, isAboveUsual: true })
})

test('danger that came in clear is counted, what can wait and what was refused is not', async () => {
	const { reports, origin, passMinute } = await open()
	for (let report = 0; report < 10; report++) {
		const token = reports.intake.makeToken()
		const form = { answers: { ...answers, danger: 'now' as const }, locale: 'fr' as const }
		expect((await reports.intake.fileInClear({ ...form, token })).ok).toBe(true)
	}
	for (let report = 0; report < 10; report++)
		expect((await post(origin, (await makeBody(reports, { lane: 'normal' })).body)).status).toBe(201)
	for (let report = 0; report < 10; report++)
		expect((await post(origin, (await makeBody(reports)).body.slice(1))).status).toBe(400)
	passMinute()
	expect(reports.describeDanger()).toEqual({ lastMinute: 10, isAboveUsual: false })
})

describe.each(engines)('a crowd of reports of danger on %s', (engine) => {
	type Answer = { entry?: string; work?: boolean; challenge?: Parameters<typeof solveChallenge>[0] }

	/** So many at once; the token and the answer of the last one, which comes after them. */
	const fill = async (count: number, by?: string) => {
		const opened = await open(engine)
		const { reports, origin } = opened
		const bodies = await Promise.all(Array.from({ length: count - 1 }, () => makeBody(reports)))
		const answers = await Promise.all(bodies.map(({ body }) => post(origin, body)))
		const token = by ?? reports.intake.makeToken()
		const { body } = await makeBody(reports, { token })
		const last = await post(origin, body)
		expect([...answers, last].every(({ status }) => status === 201)).toBe(true)
		const ask = async (of = token): Promise<Answer> =>
			(await fetch(`${origin}/intake/work?token=${of}`)).json() as Promise<Answer>
		const lift = async (solution: string, of = token): Promise<number> =>
			(
				await fetch(`${origin}/intake/lift`, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: JSON.stringify({ token: of, solution }),
				})
			).status
		const list = async () => {
			await reports.crowd.settle()
			return opened.db.selectFrom('report_crowd').selectAll().execute()
		}
		return { ...opened, body, token, last: last.answer as Answer, ask, lift, list }
	}

	test('asks for no work while few come, and writes nothing down', async () => {
		const { last, ask, list } = await fill(30)
		expect(last.work).toBeUndefined()
		expect(await ask()).toEqual({})
		expect(await list()).toEqual([])
	})

	test('stores first, asks then: the work belongs to that very report, counts once, and lifts it', async () => {
		const { last, ask, lift, list, reports, origin, body } = await fill(32)
		expect(last.work).toBe(true)
		const crowd = await list()
		expect(crowd).toHaveLength(2)
		expect(new Set(crowd.map(({ wave }) => wave)).size).toBe(1)
		const { challenge } = await ask()
		expect(await ask()).toEqual({ challenge })
		if (!challenge) throw new Error('no work')
		const solution = await solveChallenge(challenge)
		const other = reports.intake.makeToken()
		expect(await ask(other)).toEqual({})
		expect(await lift(solution, other), 'the work of another report').toBe(422)
		expect(await lift(btoa('{}'))).toBe(422)
		expect((await list()).filter(({ worked }) => worked)).toEqual([])
		expect([await lift(solution), await lift(solution)]).toEqual([202, 202])
		expect((await list()).filter(({ worked }) => worked)).toHaveLength(1)
		// A bad line sends it again: the same report, and nothing new.
		expect((await post(origin, body)).answer).toEqual(last)
		expect(await list()).toHaveLength(2)
	})

	test('work that was done before the report is not taken, nor that of a form for reports that can wait', async () => {
		const { reports, lift } = await fill(31)
		const { token, challenge } = await reports.intake.makeChallenge(reports.intake.makeToken())
		const solution = challenge && (await solveChallenge(challenge))
		expect(await lift(solution ?? '', token)).toBe(422)
	})

	test('goes with its reports', async () => {
		const { db, list } = await fill(32)
		await list()
		const ids = (await db.selectFrom('report').select('id').execute()).map(({ id }) => id)
		await db.transaction().execute((trx) => removeReports(trx, ids))
		expect(await list()).toEqual([])
	})
})
