import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { engines } from '../../../../../../tests/support/database.ts'
import { makeChain, makeValues, openSessions } from '../../../../../../tests/support/sessions.ts'
import { listActs } from '../../../../../../tests/support/state-digest.ts'
import type { Tally } from '../../../skills/quiz/index.ts'
import { countDosage } from '../dosage.ts'
import { inviteTrainer, listInvitations, revokeInvitation } from '../invitations/server/index.ts'
import { dropPlan, listPlanned, planSession } from '../planned/server/index.ts'
import { listLookedAt, listToLookAt, listTallies, noteLook, takeTallies } from '../review/server/index.ts'
import {
	bringIn,
	correctSession,
	findSession,
	listSeries,
	listSeriesOf,
	listSessionCells,
	listSessionsOf,
	listHeldSessions,
	recordSession,
} from './index.ts'
import type { SentEntry } from './entry-rows.ts'

const quarter = { from: '2026-10-01', until: '2027-01-01' }
const notAllowed = { code: 'session.not-allowed' }

const makeTally = (sheets: number): Tally => ({
	topic: 'bullying',
	form: 'a',
	sheets,
	items: Array.from({ length: 5 }, () => ({ a: sheets, b: 0, c: 0 })),
	sure: Array.from({ length: 3 }, () => ({ no: 0, some: sheets, yes: 0 })),
})

describe.each(engines)('sessions at the desk on %s', (engine) => {
	test('a session says its action and the role of who trained, and a form that does not ask leaves both', async () => {
		const { at, hire } = await openSessions(engine)
		const trainer = await hire('trainer', 'MA-09')
		const values = makeValues()
		const tied = { ...values, trained_by: 'listening-cell', action: 'i2-a2' } as const
		const id = await recordSession(at, { values: tied }, trainer)
		expect(await findSession(at.db, id)).toMatchObject({ trained_by: 'listening-cell', action: 'i2-a2' })
		await correctSession(at, { id, revision: 1, values: { ...values, minutes: 60 } }, trainer)
		expect(await findSession(at.db, id)).toMatchObject({ trained_by: 'listening-cell', minutes: 60 })
		await correctSession(
			at,
			{ id, revision: 2, values: { ...tied, trained_by: null, action: null } },
			trainer,
		)
		expect(await findSession(at.db, id)).toMatchObject({ trained_by: null, action: null })
	})

	test('an action lists what was held for it, of whatever quarter, as far as a person may see it', async () => {
		const { at, hire } = await openSessions(engine)
		const [trainer, other] = [await hire('trainer', 'MA-09'), await hire('trainer', 'MA-09')]
		const [lead, away] = [await hire('programme-lead', 'MA-09'), await hire('programme-lead', 'MA-08')]
		const values = makeValues()
		const tied = { ...values, action: 'i2-a2' } as const
		const id = await recordSession(at, { values: tied }, trainer)
		const back = await recordSession(at, { values: tied }, trainer)
		await correctSession(at, { id: back, revision: 1, values: null }, trainer)
		await recordSession(at, { values: { ...values, action: 'i2-a1' } }, trainer)
		await recordSession(at, { values }, trainer)
		const seenBy = async (by: typeof lead) => (await listSessionsOf(at.db, 'i2-a2', by)).shown
		for (const by of [trainer, lead]) expect((await seenBy(by)).map((one) => one.id)).toEqual([id])
		for (const by of [other, away]) expect(await seenBy(by)).toEqual([])
		expect(await listSessionsOf(at.db, 'i3-a1', lead)).toEqual({ shown: [], isCut: false })
	})

	test('a trainer writes down and corrects their own for a month; who answers for the region longer; others not at all', async () => {
		const { at, desk, hire } = await openSessions(engine)
		const [trainer, other] = [await hire('trainer', 'MA-09'), await hire('trainer', 'MA-09')]
		const [lead, away] = [await hire('programme-lead', 'MA-09'), await hire('programme-lead', 'MA-08')]
		const [viewer, campaigner] = [await hire('programme-viewer', 'MA-09'), await hire('campaigner', 'MA-09')]
		const values = makeValues()
		const id = await recordSession(at, { values }, trainer)
		for (const by of [away, viewer, campaigner])
			await expect(recordSession(at, { values }, by)).rejects.toMatchObject(notAllowed)
		const elsewhere = { ...values, province: 'MA-CAS' }
		await expect(recordSession(at, { values: elsewhere }, trainer)).rejects.toMatchObject(notAllowed)

		const correct = (by: typeof lead, revision: number, more: object = {}) =>
			correctSession(at, { id, revision, values: { ...values, ...more } }, by)
		for (const by of [other, away, viewer]) await expect(correct(by, 1)).rejects.toMatchObject(notAllowed)
		await expect(correct(trainer, 1, { province: 'MA-CAS' })).rejects.toMatchObject(notAllowed)
		await correct(trainer, 1, { band: '30-34' })
		await expect(correct(trainer, 1, { band: '35-39' })).rejects.toMatchObject({ code: 'session.changed' })
		desk.pass(24 * 31)
		await expect(correct(trainer, 2)).rejects.toMatchObject({ code: 'session.late' })
		await correctSession(at, { id, revision: 2, values: null }, lead)
		expect(await findSession(at.db, id)).toMatchObject({ state: 'taken-back', band: '30-34', revision: 3 })
		const none = { id: randomUUID(), revision: 1, values }
		await expect(correctSession(at, none, lead)).rejects.toMatchObject({ code: 'session.not-found' })
		expect((await listActs(at.db)).map(([, act]) => act).sort()).toEqual([
			'session/corrected',
			'session/corrected',
			'session/recorded',
		])
	})

	test('lists show a region, or one’s own; a quarter counts what was held and was not taken back', async () => {
		const { at, hire, lead } = await openSessions(engine)
		const [trainer, other] = [await hire('trainer', 'MA-09'), await hire('trainer')]
		await recordSession(at, { values: makeValues() }, trainer)
		await recordSession(at, { values: makeValues({ band: '1-4', setting: 'lycee' }) }, other)
		const away = await recordSession(at, { values: makeValues({ province: 'MA-CAS' }) }, other)
		const old = await recordSession(at, { values: makeValues({ held_on: '2026-09-30' }) }, other)
		const count = async (by: typeof lead, region?: string): Promise<number> =>
			(await listHeldSessions(at.db, { span: quarter, region }, by)).length
		expect([await count(lead), await count(lead, 'MA-09'), await count(trainer), await count(other)]).toEqual(
			[3, 2, 1, 2],
		)
		expect(await count(await hire('programme-viewer', 'MA-08'))).toBe(0)
		await correctSession(at, { id: away, revision: 1, values: null }, other)
		const cells = await listSessionCells(at.db, quarter)
		expect(cells.toSorted((one, two) => one.low - two.low)).toEqual([
			{ province: 'MA-TAT', setting: 'lycee', audience: 'teens', sessions: 1, low: 1, high: 4 },
			{ province: 'MA-TAT', setting: 'college', audience: 'teens', sessions: 1, low: 25, high: 29 },
		])
		expect(await findSession(at.db, old)).toMatchObject({ state: 'held' })
	})

	test('a series is the doses of one group, counted from its first', async () => {
		const { at, lead } = await openSessions(engine)
		const series = randomUUID()
		for (const [place, held_on] of ['2026-09-07', '2026-09-14', '2026-10-05', '2026-11-02'].entries())
			await recordSession(at, { values: makeValues({ series, held_on, dose: place + 1 }) }, lead)
		await recordSession(at, { values: makeValues({ held_on: '2026-09-07' }) }, lead)
		const found = await listSeries(at.db, { from: '2026-07-01', until: '2026-10-01' })
		expect(found.map(({ days }) => days.length).sort()).toEqual([1, 4])
		const days = found.map((one) => one.days)
		expect(countDosage(days, '2026-11-26')).toEqual({ begun: 2, kept: 1 })
		expect(await listSeriesOf(at.db, series)).toHaveLength(4)
		expect(await listSeries(at.db, { from: '2026-10-01', until: '2027-01-01' })).toEqual([])
	})

	test('a plan stands in the calendar until it was held or taken off', async () => {
		const { at, hire, lead } = await openSessions(engine)
		const trainer = await hire('trainer', 'MA-09')
		const { province, setting, audience, language, lesson } = makeValues()
		const given = { province, setting, audience, language, lesson, day: '2026-12-10' }
		const [held, dropped] = [await planSession(at, given, trainer), await planSession(at, given, lead)]
		await expect(planSession(at, { ...given, province: 'MA-CAS' }, trainer)).rejects.toMatchObject(notAllowed)
		expect((await listPlanned(at.db, quarter, trainer)).map(({ id }) => id)).toEqual([held])
		await expect(dropPlan(at, dropped, trainer)).rejects.toMatchObject(notAllowed)
		await dropPlan(at, dropped, lead)
		await dropPlan(at, dropped, lead)
		await expect(dropPlan(at, randomUUID(), lead)).rejects.toMatchObject({ code: 'session.not-found' })
		await recordSession(at, { id: held, values: makeValues() }, trainer)
		expect(await listPlanned(at.db, quarter, lead)).toEqual([])
	})

	test('links are made and taken back by who answers for their region', async () => {
		const { at, hire, lead } = await openSessions(engine)
		const [own, trainer] = [await hire('programme-lead', 'MA-09'), await hire('trainer', 'MA-09')]
		const invite = (region: string | undefined, by: typeof lead) =>
			inviteTrainer(at, { region, days: 30, uses: 5 }, by)
		for (const region of [undefined, 'MA-08'])
			await expect(invite(region, own)).rejects.toMatchObject(notAllowed)
		await expect(invite('MA-09', trainer)).rejects.toMatchObject(notAllowed)
		expect(await invite('MA-09', own)).toMatch(/^[\w-]{22}$/u)
		await invite(undefined, lead)
		expect(await listInvitations(at, trainer)).toEqual([])
		const [link] = await listInvitations(at, own)
		expect(link).toMatchObject({ region: 'MA-09', usesLeft: 5, state: 'open' })
		const away = await hire('programme-lead', 'MA-08')
		await expect(revokeInvitation(at, link?.id ?? '', away)).rejects.toMatchObject(notAllowed)
		await revokeInvitation(at, link?.id ?? '', own)
		await revokeInvitation(at, link?.id ?? '', own)
		expect(await listInvitations(at, own)).toMatchObject([{ state: 'revoked' }])
		await expect(revokeInvitation(at, randomUUID(), lead)).rejects.toMatchObject({
			code: 'session.not-found',
		})
	})

	test('what is brought along is taken whole or not at all, and once', async () => {
		const { at, hire, lead } = await openSessions(engine)
		const chain = makeChain([makeValues(), null])
		const bring = (sent: readonly SentEntry[], by = lead) =>
			bringIn(at, { brought: sent.map(({ entry }) => ({ entry })), source: 'carried' }, by)
		const nothing = { added: 0, known: 0, conflicts: 0 }
		expect(await bring(chain.slice(1))).toEqual({ ...nothing, refused: [{ place: 0, code: 'entry.gap' }] })
		const wrong = makeChain([makeValues({ held_on: '2026-12-30' })])
		const refused = [{ place: 2, code: 'entry.day' }]
		expect(await bring([...chain, ...wrong])).toEqual({ ...nothing, refused })
		expect(await findSession(at.db, chain[0]?.entry.instance_id ?? '')).toBeUndefined()
		const unknown = makeChain([makeValues({ province: 'MA-XYZ' })])
		expect(await bring(unknown)).toMatchObject({ refused: [{ code: 'entry.place' }] })
		expect(await bring(chain)).toEqual({ ...nothing, added: 2, refused: [] })
		expect(await bring(chain)).toEqual({ ...nothing, known: 2, refused: [] })
		await expect(bring(makeChain([makeValues()]), await hire('trainer', 'MA-09'))).rejects.toMatchObject(
			notAllowed,
		)
	})

	test('one session in fifty waits for a second person, who is not the first', async () => {
		const { at, hire, lead } = await openSessions(engine)
		at.picks = true
		const id = await recordSession(at, { values: makeValues() }, lead)
		at.picks = false
		await recordSession(at, { values: makeValues() }, lead)
		const second = await hire('programme-lead', 'MA-09')
		expect(await listToLookAt(at.db, lead)).toEqual([])
		expect((await listToLookAt(at.db, second)).map((one) => one.id)).toEqual([id])
		await expect(noteLook(at, { id, outcome: 'seen', way: 'papers' }, lead)).rejects.toMatchObject(notAllowed)
		await noteLook(at, { id, outcome: 'doubted', way: 'called' }, second)
		await expect(noteLook(at, { id, outcome: 'seen', way: 'papers' }, second)).rejects.toMatchObject({
			code: 'session.changed',
		})
		await expect(
			noteLook(at, { id: randomUUID(), outcome: 'seen', way: 'papers' }, second),
		).rejects.toMatchObject({
			code: 'session.not-found',
		})
		expect(await findSession(at.db, id)).toMatchObject({
			look: 'doubted',
			looked_by: second.id,
			look_way: 'called',
		})
		expect((await listLookedAt(at.db, second)).map((one) => [one.id, one.look])).toEqual([[id, 'doubted']])
		expect(await listLookedAt(at.db, await hire('programme-lead', 'MA-08'))).toEqual([])
	})

	test('tallies of a class count once; other counts in their place are refused', async () => {
		const { at, hire } = await openSessions(engine)
		const [trainer, other] = [await hire('trainer', 'MA-09'), await hire('trainer', 'MA-09')]
		const session = await recordSession(at, { values: makeValues() }, trainer)
		const take = (tallies: Tally[], by = trainer) =>
			takeTallies(at, { session, moment: 'before', tallies }, by)
		expect(await take([makeTally(20)])).toBe(1)
		expect(await take([makeTally(20)])).toBe(0)
		await expect(take([makeTally(21)])).rejects.toMatchObject({ code: 'session.tally-other' })
		await expect(take([makeTally(20)], other)).rejects.toMatchObject(notAllowed)
		expect(await listTallies(at.db, session)).toEqual([
			{ topic: 'bullying', form: 'a', moment: 'before', sheets: 20, bands: undefined },
		])
		const scored = { ...makeTally(20), form: 'b', scores: [1, 1, 1, 2, 5, 10] } as const
		expect(await take([scored])).toBe(1)
		expect(await take([scored])).toBe(0)
		await expect(take([{ ...scored, scores: [0, 2, 1, 2, 5, 10] }])).rejects.toMatchObject({
			code: 'session.tally-other',
		})
		expect(await listTallies(at.db, session)).toMatchObject([
			{ form: 'a' },
			{ form: 'b', bands: { few: 3, some: 2, most: 15 } },
		])
		const none = { session: randomUUID(), moment: 'after' as const, tallies: [makeTally(1)] }
		await expect(takeTallies(at, none, trainer)).rejects.toMatchObject({ code: 'session.not-found' })
	})
})
