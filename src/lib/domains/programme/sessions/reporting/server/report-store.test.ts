import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Person } from '#domains/people'
import type { Tally } from '#domains/skills/quiz'
import { engines } from '../../../../../../../tests/support/database.ts'
import { makeValues, openSessions } from '../../../../../../../tests/support/sessions.ts'
import { getCurrent } from '../../../figures/index.ts'
import { decideProposal, listProposals, readPublished } from '../../../figures/server/index.ts'
import { inviteTrainer } from '../../invitations/server/index.ts'
import { dropPlan, planSession } from '../../planned/server/index.ts'
import { takeTallies } from '../../review/server/index.ts'
import { correctSession, recordSession } from '../../server/index.ts'
import { readQuarter, reportQuarter } from './index.ts'

const period = '2026-Q4'

const makeTally = (scores: readonly number[]): Tally => ({
	topic: 'bullying',
	form: 'a',
	scores,
	sheets: scores.reduce((all, one) => all + one, 0),
	items: Array.from({ length: 5 }, () => ({ a: 0, b: 0, c: 0 })),
	sure: Array.from({ length: 3 }, () => ({ no: 0, some: 0, yes: 0 })),
})

const open = async (engine: (typeof engines)[number]) => {
	const { at, hire, lead } = await openSessions(engine)
	const [evaluator, trainer] = [await hire('evaluator'), await hire('trainer', 'MA-09')]
	const [db, now] = [at.db as never as Parameters<typeof reportQuarter>[0], at.now()]
	// Whoever agrees has signed in long ago.
	for (const { id } of [lead, evaluator])
		await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
			values (gen_random_uuid(), ${id}, 'credential', ${id}, 'x', ${new Date(0)}, ${new Date(0)})`.execute(db)
	const hold = (more: Parameters<typeof makeValues>[0] = {}) =>
		recordSession(at, { values: makeValues(more) }, trainer)
	const report = (by: Person = evaluator, today = '2027-01-01') =>
		reportQuarter(db, { period, places: at.places, today }, { person: by, now })
	const decide = async (by: Person = lead, id?: string) => {
		const [first] = await listProposals(db, now)
		await decideProposal(db, { id: id ?? first?.id ?? '', grants: true, wait: 0 }, { person: by, now })
	}
	const find = async (indicator: string, place: string) =>
		(await readPublished(db)).figures.find((one) => one.indicator === indicator && one.place === place)
	return { at, db, lead, evaluator, trainer, hold, report, decide, find }
}

describe.each(engines)('a quarter’s sessions on %s', (engine) => {
	test('come out by one press and the agreement of a second person: country, regions, provinces', async () => {
		const { hold, report, decide, find, evaluator } = await open(engine)
		for (let count = 0; count < 5; count++) await hold()
		await hold({ province: 'MA-AGD', setting: 'lycee', audience: 'parents' })
		// 88 places with two numbers, 13 with a number for each of seven kinds of places and five audiences, 13 shares, and 3 of answers.
		expect(await report()).toEqual({ fresh: 88 * 2 + 13 * 12 + 13 + 3, corrected: 0, stays: 0 })
		expect(await find('sessions-held', 'MA')).toBeUndefined()
		await expect(decide(evaluator)).rejects.toMatchObject({ code: 'approval.same-person' })
		await decide()
		expect(await find('sessions-held', 'MA-TAT')).toMatchObject({ value: 5, low: undefined, errata: [] })
		// One session in Agadir beside one in a lycée would name the lycée.
		for (const place of ['MA-09', 'MA'])
			for (const part of ['lycee', 'parents', 'college'])
				expect(await find(`sessions-held-${part}`, place)).toMatchObject({ status: 'withheld', n: 6 })
		expect(await find('sessions-held-lycee', 'MA-AGD')).toBeUndefined()
		expect(await find('people-reached', 'MA-09')).toMatchObject({ value: 162, low: 150, high: 174, n: 6 })
		// One session in a province: neither its number, nor that of the one beside it, from which it could be reckoned.
		expect(await find('people-reached', 'MA-AGD')).toMatchObject({ status: 'too-few', value: undefined })
		expect(await find('people-reached', 'MA-TAT')).toMatchObject({ status: 'withheld', value: undefined })
		expect(await find('dosage-kept', 'MA')).toMatchObject({ status: 'not-counted' })
	})

	test('what classes answered comes out for the country from five sessions, once, and a session that was taken back is in no number', async () => {
		const { at, trainer, hold, report, decide, find } = await open(engine)
		const held: string[] = []
		for (let count = 0; count < 6; count++) held.push(await hold())
		const take = (session: string, scores: readonly number[]) =>
			takeTallies(at, { session, moment: 'before', tallies: [makeTally(scores)] }, trainer)
		for (const session of held) await take(session, [5, 0, 0, 0, 0, 5])
		await correctSession(at, { id: held[0] ?? '', revision: 1, values: null }, trainer)
		await report()
		await decide()
		expect(await find('answers-right-before', 'MA')).toMatchObject({ value: 0.5, n: 50, status: 'shown' })
		expect(await find('answers-right-after', 'MA')).toMatchObject({ status: 'not-counted' })
		expect(await find('answers-right-before', 'MA-09')).toBeUndefined()
		await take(await hold(), [0, 0, 0, 0, 0, 9])
		await report()
		await decide()
		expect(await find('answers-right-before', 'MA')).toMatchObject({ value: 0.5, n: 50, errata: [] })
	})

	test('a second report of the same quarter says that nothing has changed', async () => {
		const { hold, report, decide, lead, evaluator } = await open(engine)
		await hold()
		await report()
		await decide()
		for (const by of [lead, evaluator])
			await expect(report(by)).rejects.toMatchObject({ code: 'figure.same' })
	})

	test('a session that was taken back, and one that came late, are errata in sight; attendance stays as it came out, with its number of sessions', async () => {
		const { at, trainer, hold, report, decide, find } = await open(engine)
		const first = await hold()
		for (let count = 0; count < 6; count++) await hold()
		await report()
		await decide()
		await correctSession(at, { id: first, revision: 1, values: null }, trainer)
		await hold({ province: 'MA-AGD', setting: 'lycee' })
		expect(await find('sessions-held', 'MA-TAT')).toMatchObject({ value: 7, errata: [] })
		expect((await report()).fresh).toBe(0)
		await decide()
		const tata = await find('sessions-held', 'MA-TAT')
		expect(tata).toMatchObject({ value: 7, errata: [{ life: 1, was: { value: 7 }, is: { value: 6 } }] })
		expect(tata?.errata[0]?.reason.fr).toContain('après la publication')
		const agadir = await find('sessions-held', 'MA-AGD')
		expect(agadir && getCurrent(agadir).value).toBe(1)
		expect(await find('sessions-held', 'MA-09')).toMatchObject({ value: 7, errata: [] })
		// Agadir 0, then 1, beside lycée 0, then 1, would name the lycée.
		for (const part of ['lycee', 'college', 'teens'])
			expect(await find(`sessions-held-${part}`, 'MA-09')).toMatchObject({ n: 7, errata: [] })
		expect(await find('people-reached', 'MA-TAT')).toMatchObject({ value: 189, n: 7, errata: [] })
	})

	test('a report that somebody else’s has overtaken puts nothing right', async () => {
		const { at, db, hold, report, decide, find } = await open(engine)
		await hold()
		await report()
		await decide()
		await hold()
		await report()
		const [old] = await listProposals(db, at.now())
		await hold()
		await report()
		const [newer] = (await listProposals(db, at.now())).filter(({ id }) => id !== old?.id)
		await decide(undefined, newer?.id)
		await expect(decide(undefined, old?.id)).rejects.toMatchObject({ code: 'figure.changed' })
		expect((await find('sessions-held', 'MA-TAT'))?.errata.map(({ is }) => is.value)).toEqual([3])
	})

	test('where nobody was invited, nothing planned and nothing sent, nothing is counted; what was once counted stays so', async () => {
		const { at, lead, trainer, hold, report, decide, find } = await open(engine)
		const say = async (place: string, indicator = 'sessions-held') => {
			const found = await find(indicator, place)
			const current = found && getCurrent(found)
			return current?.value ?? current?.status
		}
		const planned = { ...makeValues({ province: 'MA-AGD' }), day: '2026-11-21' }
		const { province, setting, audience, language, lesson, day } = planned
		const plan = await planSession(at, { province, setting, audience, language, lesson, day }, trainer)
		await dropPlan(at, plan, trainer)
		// The clock of the desk stands in the quarter: links for one region, and for whoever comes in the whole country.
		for (const region of ['MA-08', undefined]) await inviteTrainer(at, { region, days: 14, uses: 5 }, lead)
		const moved = await hold()
		await report()
		await decide()
		expect(await Promise.all(['MA-TAT', 'MA-AGD', 'MA-ZAG', 'MA-08', 'MA'].map((one) => say(one)))).toEqual([
			1, 0, 0, 0, 1,
		])
		for (const place of ['MA-TIZ', 'MA-01', 'MA-TNG'])
			for (const indicator of ['sessions-held', 'people-reached'])
				expect(await say(place, indicator), place).toBe('not-counted')
		const values = makeValues({ province: 'MA-TIZ' })
		await correctSession(at, { id: moved, revision: 1, values }, trainer)
		await report()
		await decide()
		expect([await say('MA-TAT'), await say('MA-TIZ'), await say('MA-01')]).toEqual([0, 1, 'not-counted'])
	})

	test('nothing is claimed of an empty quarter, and of one that is not over', async () => {
		const { db, at, hold, report } = await open(engine)
		await hold({ held_on: '2026-09-30' })
		await expect(report()).rejects.toMatchObject({ code: 'figure.nothing' })
		await hold()
		await expect(report(undefined, '2026-12-31')).rejects.toMatchObject({ code: 'figure.open' })
		for (const other of ['2026', '2026-11', '2026-Q5'])
			await expect(readQuarter(db, other, at.places)).rejects.toMatchObject({ code: 'figure.open' })
		expect((await listProposals(db, at.now())).length).toBe(0)
	})

	test('when every session of a published quarter was taken back, its numbers become zero by errata', async () => {
		const { at, trainer, hold, report, decide, find } = await open(engine)
		const id = await hold()
		await report()
		await decide()
		await correctSession(at, { id, revision: 1, values: null }, trainer)
		await report()
		await decide()
		expect((await find('sessions-held', 'MA'))?.errata[0]?.is.value).toBe(0)
	})
})
