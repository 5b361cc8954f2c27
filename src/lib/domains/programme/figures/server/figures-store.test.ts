import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { openDeskOn } from '../../../../../../tests/support/cases.ts'
import { database, engines } from '../../../../../../tests/support/database.ts'
import { getCurrent, type Figure } from '../index.ts'
import {
	addErratum,
	askAgain,
	decideProposal,
	findConflicts,
	listProposals,
	propose,
	freezeFigures,
	indicators,
	readPublished,
	releaseFigures,
	setTarget,
} from './index.ts'

const figure = (more: Partial<Figure> = {}): Figure => ({
	indicator: 'sessions-held',
	place: 'MA-TAT',
	period: '2026-Q4',
	value: 12,
	low: undefined,
	high: undefined,
	status: 'shown',
	method: 'sessions/1',
	...more,
})
const key = { indicator: 'sessions-held', place: 'MA-TAT', period: '2026-Q4' }
const study = figure({
	indicator: 'knowledge-gained',
	place: 'MA',
	period: '2025/26',
	method: 'trial/1',
	value: 0.2,
	low: 0.1,
	high: 0.3,
})
const right = { value: 11, low: undefined, high: undefined, status: 'shown' } as const
const reason = { ar: 'حصة سُجلت مرتين.', fr: 'Une séance inscrite deux fois.' }

const open = async (engine: (typeof engines)[number]) => {
	const db = (await database(engine)).kysely
	const desk = openDeskOn(db)
	const [lead, other] = [await desk.hire('Amal', 'programme-lead'), await desk.hire('Hind', 'evaluator')]
	const now = desk.now()
	const publish = (figures: readonly Figure[]) =>
		db.transaction().execute((trx) => freezeFigures(trx, figures, { by: lead.id, second: other.id, now }))
	const correct = (is: Parameters<typeof addErratum>[1]['is'], second = other.id) =>
		db
			.transaction()
			.execute((trx) => addErratum(trx, { ...key, is, reason }, { first: lead.id, second, now }))
	return { db, now, lead, other, publish, correct }
}

describe.each(engines)('figures of the programme on %s', (engine) => {
	test('a number goes in once: the same again does nothing, another is refused', async () => {
		const { db, publish } = await open(engine)
		const noisy = figure({ indicator: 'arrivals-by-code', value: 1199, low: 1139, high: 1259 })
		expect(await publish([figure(), noisy])).toBe(2)
		expect(await publish([figure(), noisy])).toBe(0)
		await expect(publish([figure({ value: 13 })])).rejects.toMatchObject({ code: 'figure.frozen' })
		expect((await readPublished(db)).figures.map(({ value }) => value)).toEqual([1199, 12])
	})

	test('what is no number, no place or no indicator is not published', async () => {
		const { publish } = await open(engine)
		const wrong: Partial<Figure>[] = [
			{ indicator: 'impact' },
			{ period: '2026-Q5' },
			{ value: undefined },
			{ status: 'too-few' },
			{ low: 5 },
			{ low: 13, high: 14 },
			{ value: Number.NaN },
		]
		for (const more of wrong)
			await expect(publish([figure(more)])).rejects.toMatchObject({ code: 'figure.form' })
	})

	test('not even the program can change or take out what is published', async () => {
		const { db, publish, correct } = await open(engine)
		await publish([figure()])
		await correct(right)
		for (const table of ['programme_figure', 'programme_erratum']) {
			const change = sql`update ${sql.table(table)} set place = place`.execute(db)
			await expect(change, table).rejects.toThrow(/stays as it is/u)
			await expect(sql`delete from ${sql.table(table)}`.execute(db), table).rejects.toThrow(/stays as it is/u)
		}
	})

	test('an erratum leaves the old number in sight for ever, and takes two persons', async () => {
		const { db, lead, publish, correct } = await open(engine)
		await expect(correct(right)).rejects.toMatchObject({ code: 'figure.gone' })
		await publish([figure()])
		await expect(correct(right, lead.id)).rejects.toMatchObject({ code: 'approval.same-person' })
		await expect(correct({ ...right, value: 12 })).rejects.toMatchObject({ code: 'figure.form' })
		await correct(right)
		await correct({ value: undefined, low: undefined, high: undefined, status: 'withheld' })
		const [found] = (await readPublished(db)).figures
		expect(found?.value).toBe(12)
		expect(found?.errata.map(({ life, was, is }) => [life, was.value, is.value])).toEqual([
			[1, 12, 11],
			[2, 11, undefined],
		])
		expect(found && getCurrent(found)).toMatchObject({ status: 'withheld' })
		const rows = await sql<{ entry: string }>`select entry from act_record
			where content::jsonb ->> 'act' = 'figure/corrected'`.execute(db)
		expect(rows.rows.map(({ entry }) => entry).sort()).toEqual(found?.errata.map(({ entry }) => entry).sort())
	})

	test('a number that was born with noise is never drawn again', async () => {
		const { db, now, lead, other, publish } = await open(engine)
		const noisy = { ...key, indicator: 'arrivals-by-code' }
		await publish([figure({ ...noisy, value: 1199, low: 1139, high: 1259 })])
		const correct = (is: Parameters<typeof addErratum>[1]['is']) =>
			db
				.transaction()
				.execute((trx) =>
					addErratum(trx, { ...noisy, is, reason }, { first: lead.id, second: other.id, now }),
				)
		await expect(correct({ ...right, value: 1200, low: 1140, high: 1260 })).rejects.toMatchObject({
			code: 'figure.noise',
		})
		await correct({ value: undefined, low: undefined, high: undefined, status: 'withheld' })
	})

	test('what one proposes another publishes, once, and nobody alone', async () => {
		const { db, now, lead, other } = await open(engine)
		const content = { kind: 'figures', figures: [study] } as const
		await propose(db, { content, region: undefined }, { person: lead, now })
		const [waiting] = await listProposals(db, now)
		const id = waiting?.id ?? ''
		expect(waiting).toMatchObject({ by: lead.id, region: undefined, content: { kind: 'figures' } })
		const decide = (person: { id: string }, grants = true) =>
			decideProposal(db, { id, grants, wait: 0 }, { person, now })
		await expect(decide(lead)).rejects.toMatchObject({ code: 'approval.same-person' })
		expect((await readPublished(db)).figures).toEqual([])
		await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
			values (gen_random_uuid(), ${other.id}, 'credential', ${other.id}, 'x', ${new Date(0)}, ${new Date(0)})`.execute(
			db,
		)
		await decide(other)
		expect((await readPublished(db)).figures).toHaveLength(1)
		await expect(decide(other)).rejects.toMatchObject({ code: 'figure.waiting' })
		await expect(askAgain(db, id, { person: lead, now })).rejects.toMatchObject({ code: 'figure.waiting' })
		expect(await listProposals(db, now)).toEqual([])
	})

	test('what is counted is not typed in, nor is a study before its time, nor a sample without its interval', async () => {
		const { db, now, lead, publish } = await open(engine)
		const ask = (more: Figure) =>
			propose(db, { content: { kind: 'figures', figures: [more] }, region: undefined }, { person: lead, now })
		for (const { id } of indicators.filter(({ from }) => from !== 'study'))
			await expect(ask(figure({ indicator: id, low: 1, high: 99 })), id).rejects.toMatchObject({
				code: 'figure.counted',
			})
		for (const more of [{ low: undefined, high: undefined }, { period: '2099' }])
			await expect(ask({ ...study, ...more })).rejects.toMatchObject({ code: 'figure.form' })
		await publish([figure()])
		const correct = (is: Parameters<typeof addErratum>[1]['is']) =>
			propose(
				db,
				{ content: { kind: 'erratum', correction: { ...key, is, reason } }, region: 'MA-09' },
				{ person: lead, now },
			)
		await expect(correct(right)).rejects.toMatchObject({ code: 'figure.counted' })
		await correct({ value: undefined, low: undefined, high: undefined, status: 'withheld' })
		await expect(publish([figure({ indicator: 'sessions-held-lycee' })])).rejects.toMatchObject({
			code: 'figure.form',
		})
	})

	test('a release leaves out what stands there otherwise and publishes the rest; once it is withheld nothing is in its way', async () => {
		const { db, now, lead, other, publish } = await open(engine)
		const noisy = figure({ indicator: 'arrivals-by-code', value: 1199, low: 1139, high: 1259 })
		await publish([{ ...noisy, value: 5000, low: 4940, high: 5060 }])
		const counted = [noisy, { ...noisy, place: 'MA-ZAG' }]
		const release = () =>
			db.transaction().execute((trx) => releaseFigures(trx, counted, { by: null, second: null, now }))
		const conflict = { indicator: 'arrivals-by-code', place: 'MA-TAT', period: '2026-Q4' }
		expect(await release()).toEqual({ fresh: 1, conflicts: [conflict] })
		expect(await release()).toEqual({ fresh: 0, conflicts: [conflict] })
		expect(await findConflicts(db, counted)).toEqual([conflict])
		const none = { value: undefined, low: undefined, high: undefined, status: 'withheld' } as const
		await db
			.transaction()
			.execute((trx) =>
				addErratum(trx, { ...conflict, is: none, reason }, { first: lead.id, second: other.id, now }),
			)
		expect(await release()).toEqual({ fresh: 0, conflicts: [] })
	})

	test('after a day nobody can agree until it is asked once more', async () => {
		const { db, now, lead, other } = await open(engine)
		const content = { kind: 'figures', figures: [study] } as const
		await propose(db, { content, region: undefined }, { person: lead, now })
		const later = new Date(now.getTime() + 25 * 3_600_000)
		const id = (await listProposals(db, later))[0]?.id ?? ''
		const decide = () => decideProposal(db, { id, grants: true, wait: 0 }, { person: other, now: later })
		await expect(decide()).rejects.toMatchObject({ code: 'approval.missing' })
		await expect(askAgain(db, id, { person: other, now: later })).rejects.toMatchObject({
			code: 'figure.waiting',
		})
		await askAgain(db, id, { person: lead, now: later })
		expect((await listProposals(db, later))[0]?.approval).toMatchObject({ askedBy: lead.id })
	})

	test('a target that is replaced stays in sight', async () => {
		const { db, now, lead } = await open(engine)
		const set = (value: number, agreedOn: string, indicator = 'sessions-held') =>
			setTarget(db, { ...key, indicator, value, agreedOn }, { by: lead.id, now })
		await expect(set(1, '2026-01-01', 'impact')).rejects.toMatchObject({ code: 'figure.form' })
		await set(100, '2026-01-01')
		await set(80, '2026-06-01')
		await set(60, '2026-09-01')
		expect((await readPublished(db)).targets).toEqual([
			{
				...key,
				value: 60,
				agreedOn: '2026-09-01',
				before: [
					{ value: 100, agreedOn: '2026-01-01' },
					{ value: 80, agreedOn: '2026-06-01' },
				],
			},
		])
	})

	test('of two who set a target at once one hears of it', async () => {
		const { db, now, lead } = await open(engine)
		const set = (value: number) =>
			setTarget(db, { ...key, value, agreedOn: '2026-01-01' }, { by: lead.id, now })
		const outcomes = await Promise.allSettled([set(1), set(2)])
		const codes = outcomes.flatMap((one) =>
			one.status === 'rejected' ? [(one.reason as { code?: string }).code] : [],
		)
		for (const code of codes) expect(code).toBe('figure.changed')
		const { targets } = await readPublished(db)
		expect(targets).toHaveLength(1)
		expect((targets[0]?.before.length ?? 0) + 1 + codes.length).toBe(2)
	})
})
