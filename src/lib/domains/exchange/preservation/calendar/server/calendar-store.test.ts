import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openDesk } from '../../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../../tests/support/database.ts'
import { addPartner, giveKey, makeDraft } from '../../../../../../../tests/support/preservation.ts'
import { linkAuthority } from '../../authorities/server/index.ts'
import { draftRequest, moveRequest } from '../../server/index.ts'
import type { PreservationDatabase } from '../../server/preservation-tables.ts'
import { findCalendarDays, hasCalendar, makeCalendar, revokeCalendar } from './calendar-store.ts'

describe.each(engines)('calendars of deadlines on %s', (engine) => {
	test('answer whoever has the address, with references and days only, until it is taken back', async () => {
		const desk = await openDesk(engine)
		const [analyst, supervisor] = [await desk.hire('Amal', 'analyst'), await desk.hire('Hind', 'supervisor')]
		const [authority, other] = [await desk.hire('Nour', 'authority'), await desk.hire('Idir', 'authority')]
		const db: PreservationDatabase = desk.db as never
		const at = { db, now: desk.now }
		const partner = await addPartner(db)
		await giveKey(db, analyst.id)
		await linkAuthority(at, { person: authority.id, partner, capacity: 'art35' }, supervisor)
		const id = await draftRequest(at, { ...makeDraft(partner, [analyst]), instrument: '2ap-7' }, analyst)
		await moveRequest(at, { id, version: 1, event: 'ask-review' }, analyst)
		await moveRequest(at, { id, version: 2, event: 'transmit' }, authority)

		const tokens = await Promise.all([analyst, authority, other].map((person) => makeCalendar(at, person)))
		const days = await Promise.all(tokens.map((token) => findCalendarDays(db, token)))
		expect(days[0]).toEqual({
			language: 'fr',
			days: [{ clock: expect.any(String) as string, reference: 'P-2026-0001', due: '2026-12-26' }],
		})
		expect(days[1]).toEqual(days[0])
		expect(days[2]?.days, 'an authority has no days of another').toEqual([])
		expect(await findCalendarDays(db, 'A'.repeat(43))).toBeUndefined()
		expect(await findCalendarDays(db, '')).toBeUndefined()
		expect(JSON.stringify(await db.selectFrom('preservation_calendar').selectAll().execute())).not.toContain(
			tokens[0],
		)
		expect(tokens[0]).toMatch(/^[\w-]{43}$/u)
		expect(
			createHash('sha256')
				.update(tokens[0] ?? '')
				.digest('hex'),
		).not.toBe(
			(await db.selectFrom('preservation_calendar').select('token_hash').executeTakeFirstOrThrow())
				.token_hash,
		)

		const again = await makeCalendar(at, analyst)
		expect(await findCalendarDays(db, tokens[0] ?? ''), 'a new address ends the old one').toBeUndefined()
		expect(await findCalendarDays(db, again)).toBeDefined()
		await revokeCalendar(at, analyst)
		expect([await findCalendarDays(db, again), await hasCalendar(db, analyst.id)]).toEqual([undefined, false])
		await db.updateTable('staff_user').set({ disabled: true }).where('id', '=', authority.id).execute()
		expect(await findCalendarDays(db, tokens[1] ?? ''), 'an account that was closed').toBeUndefined()
	})
})
