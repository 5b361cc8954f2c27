import { describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { addDays } from '#base'
import { start } from '../../../../../../tests/support/cases.ts'
import { engines } from '../../../../../../tests/support/database.ts'
import { openRequests } from '../../../../../../tests/support/preservation-desk.ts'
import { addPartner, giveKey, makeDraft, sealedBytes } from '../../../../../../tests/support/preservation.ts'
import { listActs } from '../../../../../../tests/support/state-digest.ts'
import { roles, type Person } from '../../../people/index.ts'
import { linkAuthority } from '../authorities/server/index.ts'
import { shareRequest } from './copy-store.ts'
import { findReported, redraftRequest } from './draft-store.ts'
import { moveRequest } from './move-store.ts'
import { findRequest, listPreservationRequests } from './request-store.ts'
import { watchClocks } from './watch-store.ts'

describe.each(engines)('preservation requests on %s', (engine) => {
	test('go from a draft of the hotline to data handed over, each step on record by id only', async () => {
		const { db, draft, move, see, analyst, authority, liaison, desk } = await openRequests(engine)
		const id = await draft()
		expect(await see(id)).toMatchObject({
			reference: 'P-2026-0001',
			state: 'draft',
			drafted: '2026-11-26',
			clocks: [],
		})
		await move(id, 'ask-review', analyst)
		const sent = await move(id, 'transmit', authority)
		expect(sent).toMatchObject({ state: 'transmitted', transmitted: '2026-11-26' })
		expect(sent.acknowledgeBy).toEqual(new Date(start.getTime() + 24 * 3_600_000))
		desk.pass(48)
		expect(await move(id, 'acknowledge', liaison)).toMatchObject({ acknowledgeBy: undefined })
		const kept = await move(id, 'preserve', authority, { on: '2026-11-27', theirRef: 'PR-9' })
		expect(kept.clocks.map(({ clock, due }) => `${clock} ${due}`)).toEqual([
			'mla-draft 2026-12-27',
			'B29.7 2027-01-26',
		])
		expect((await move(id, 'extend', authority)).clocks.at(-1)?.due).toBe('2027-03-27')
		await move(id, 'file', authority)
		const done = await move(id, 'disclose', liaison)
		expect(done).toMatchObject({ state: 'disclosed', events: [] })
		expect(done.clocks.every(({ ended }) => ended === '2026-11-28')).toBe(true)
		expect(done.steps.map(({ kind }) => kind).join(' ')).toBe(
			'draft ask-review transmit acknowledge preserve extend file disclose',
		)
		expect(done.steps.find(({ kind }) => kind === 'preserve')).toMatchObject({
			day: '2026-11-27',
			theirRef: 'PR-9',
		})
		const { rows } = await sql<{
			content: string
		}>`select content from act_record where content like '%preservation/%'`.execute(db)
		expect(rows.length).toBe(2 + 8)
		for (const { content } of rows) expect(content).not.toMatch(/Example|PR-9|P-2026/u)
	})

	test('only who stands for the authority of a request transmits it: every role is tried', async () => {
		const { db, draft, move, see, analyst, authority, other, desk, at, supervisor } =
			await openRequests(engine)
		const id = await draft()
		await move(id, 'ask-review', analyst)
		const { version } = await see(id)
		const unlinked = await desk.hire('Sans lien', 'authority')
		const people = roles.filter((role) => role !== 'authority').map((role) => [role] as const)
		const wrong: Person[] = [
			other,
			unlinked,
			{ id: analyst.id, roles: ['authority'] },
			{ ...authority, roles: [] },
		]
		for (const held of people)
			wrong.push(await desk.hire(`Qui ${held.join()}`, ...held), { ...authority, roles: held })
		for (const person of wrong)
			await expect(
				moveRequest(at, { id, version, event: 'transmit' }, person),
				JSON.stringify(person),
			).rejects.toMatchObject({
				code: expect.stringMatching(/^preservation\.not-(?:allowed|found)$/u) as string,
			})
		expect(await see(id)).toMatchObject({ state: 'authority-review', version })
		expect((await listActs(db)).map(([, act]) => act)).not.toContain('preservation/transmitted')
		expect((await move(id, 'transmit', authority)).state).toBe('transmitted')
		expect(supervisor.roles).toEqual(['supervisor'])
	})

	test('who drafted a request never transmits it, even as the authority later', async () => {
		const { draft, move, db, analyst, at, supervisor, partner, see } = await openRequests(engine)
		const id = await draft()
		await move(id, 'ask-review', analyst)
		await sql`update staff_role set role = 'authority' where user_id = ${analyst.id}`.execute(db)
		await linkAuthority(at, { person: analyst.id, partner, capacity: 'art35' }, supervisor)
		const { version } = await see(id)
		await expect(
			moveRequest(at, { id, version, event: 'transmit' }, { id: analyst.id, roles: ['authority'] }),
		).rejects.toMatchObject({ code: 'preservation.not-found' })
	})

	test('a move that the state has not, of what has changed, without an agreement or on a day to come is refused', async () => {
		const { draft, move, see, at, db, analyst, authority, partner, transmit } = await openRequests(engine)
		const id = await draft()
		await expect(move(id, 'preserve', analyst)).rejects.toMatchObject({ code: 'preservation.no-move' })
		await expect(moveRequest(at, { id, version: 9, event: 'ask-review' }, analyst)).rejects.toMatchObject({
			code: 'preservation.changed',
		})
		await move(id, 'ask-review', analyst)
		await expect(move(id, 'return', analyst)).rejects.toMatchObject({ code: 'preservation.not-allowed' })
		await db.updateTable('partner').set({ agreed_to: '2026-11-25' }).where('id', '=', partner).execute()
		await expect(move(id, 'transmit', authority)).rejects.toMatchObject({ code: 'preservation.agreement' })
		await db.updateTable('partner').set({ agreed_to: null }).where('id', '=', partner).execute()
		await move(id, 'transmit', authority)
		for (const on of ['2026-11-27', '2026-11-25', '2026-02-30'])
			await expect(move(id, 'preserve', analyst, { on })).rejects.toMatchObject({ code: 'preservation.day' })
		const us = await transmit({ instrument: 'us-2703f' })
		await move(us, 'preserve', analyst)
		await move(us, 'extend', authority)
		expect((await see(us, authority)).events).not.toContain('extend')
		await expect(move(us, 'extend', authority)).rejects.toMatchObject({ code: 'preservation.no-renewal' })
	})

	test('an authority sees its own requests, once asked; others see none of them', async () => {
		const { db, draft, move, analyst, authority, other, liaison } = await openRequests(engine)
		const id = await draft()
		expect(await listPreservationRequests(db, authority)).toEqual([])
		expect(await findRequest(db, id, authority)).toBeUndefined()
		await move(id, 'ask-review', analyst)
		expect(await findRequest(db, id, authority)).toMatchObject({ sealed: sealedBytes, isMine: false })
		expect(await findRequest(db, id, other)).toBeUndefined()
		expect(await listPreservationRequests(db, other)).toEqual([])
		expect(await findRequest(db, id, liaison)).toMatchObject({ sealed: undefined })
		await move(id, 'return', authority)
		expect(await findRequest(db, id, authority)).toBeUndefined()
	})

	test('copies are sealed, for persons who may read, and stay until their person has another key', async () => {
		const { db, at, draft, see, move, analyst, authority, other, liaison } = await openRequests(engine)
		const id = await draft()
		const share = (person: Person, sealed: Uint8Array, by: Person = analyst) =>
			shareRequest(at, { id, copies: [{ person: person.id, sealed }] }, by)
		await expect(share(liaison, Buffer.from('in clear'))).rejects.toMatchObject({
			code: 'preservation.not-sealed',
		})
		await expect(share(other, sealedBytes)).rejects.toMatchObject({ code: 'preservation.readers' })
		await expect(share(liaison, sealedBytes, authority)).rejects.toMatchObject({
			code: 'preservation.not-allowed',
		})
		await share(liaison, sealedBytes)
		expect((await see(id, liaison)).sealed).toEqual(sealedBytes)
		const another = Buffer.concat([sealedBytes, Buffer.from('2')])
		await share(liaison, another)
		expect((await see(id, liaison)).sealed, 'a copy that is there is not replaced').toEqual(sealedBytes)
		await giveKey(db, liaison.id)
		expect((await see(id)).readers.find(({ person }) => person === liaison.id)?.hasCopy).toBe(false)
		await share(liaison, another)
		expect((await see(id, liaison)).sealed).toEqual(another)
		await expect(draft({ copies: [] })).rejects.toMatchObject({ code: 'preservation.readers' })
		await move(id, 'ask-review', analyst)
		await share(authority, sealedBytes, authority)
	})

	test('a draft is changed by who drafted it, while it is one', async () => {
		const { at, draft, see, move, analyst, supervisor, authority, partner } = await openRequests(engine)
		const id = await draft()
		const given = {
			...makeDraft(partner, [analyst, authority]),
			provider: 'Another Corp',
			digest: 'cd'.repeat(32),
		}
		const redraft = (version: number, by: Person) => redraftRequest(at, { id, version, given }, by)
		await expect(redraft(1, supervisor)).rejects.toMatchObject({ code: 'preservation.not-allowed' })
		await redraft(1, analyst)
		expect(await see(id)).toMatchObject({ provider: 'Another Corp', digest: 'cd'.repeat(32), version: 2 })
		await expect(redraft(1, analyst)).rejects.toMatchObject({ code: 'preservation.changed' })
		await move(id, 'ask-review', analyst)
		await expect(redraft(3, analyst)).rejects.toMatchObject({ code: 'preservation.no-move' })
	})

	test('is drafted by the hotline, about a case that is open to who drafts, for a partner that is an authority', async () => {
		const { db, desk, draft, analyst, supervisor, liaison, authority } = await openRequests(engine)
		const hoster = await addPartner(db, 'hoster')
		await expect(draft({ partner: hoster })).rejects.toMatchObject({ code: 'preservation.authority' })
		await expect(draft({}, authority)).rejects.toMatchObject({ code: 'preservation.not-allowed' })
		const [of = ''] = await desk.receive(1)
		await expect(draft({ case: of })).rejects.toMatchObject({ code: 'preservation.case' })
		await expect(draft({ case: of }, liaison)).rejects.toMatchObject({ code: 'preservation.case' })
		await expect(draft({ after: of })).rejects.toMatchObject({ code: 'preservation.not-found' })
		const id = await draft({ case: of }, supervisor)
		await db.deleteFrom('case_report').where('case_id', '=', of).execute()
		await db.deleteFrom('desk_case').where('id', '=', of).execute()
		const left = await findRequest(db, id, supervisor)
		expect(left, 'what it says goes with its case, that it was stays').toMatchObject({
			case: undefined,
			sealed: undefined,
		})
		expect(analyst.roles).toEqual(['analyst'])
	})

	test('of a case that somebody reported is written where their words are open, of any other anywhere', async () => {
		const { desk, db } = await openRequests(engine)
		const [reported = ''] = await desk.receive(1)
		expect(await findReported(db, reported)).toBe(reported)
		await sql`delete from case_report where case_id = ${reported}`.execute(db)
		expect(await findReported(db, reported)).toBeUndefined()
		expect(await findReported(db, undefined)).toBeUndefined()
	})

	test('another State’s provider brings a request that follows, and each names the other (article 30)', async () => {
		const { draft, see, transmit } = await openRequests(engine)
		const first = await transmit()
		const next = await draft({ after: first, country: 'BE' })
		expect((await see(next)).linked).toEqual([{ id: first, reference: 'P-2026-0001', isAfter: false }])
		const before = await see(first)
		expect(before.linked).toEqual([{ id: next, reference: 'P-2026-0002', isAfter: true }])
		expect(before.steps.at(-1)).toMatchObject({ kind: 'followed', theirRef: 'P-2026-0002' })
		expect(before.state, 'the first goes its own way').toBe('transmitted')
	})

	test('marks are noted once each, again after an extension, and the end of the last day lets a request lapse', async () => {
		const { desk, at, db, see, move, authority, analyst, transmit } = await openRequests(engine)
		const id = await transmit()
		await move(id, 'preserve', analyst)
		const marks = async () =>
			(await see(id)).steps.filter(({ kind }) => kind === 'mark').map(({ clock, mark }) => `${clock} ${mark}`)
		const passTo = (day: string) => {
			while (desk.now().toISOString().slice(0, 10) < day) desk.pass(24)
		}
		expect(await watchClocks(at)).toBe(0)
		passTo('2027-01-11')
		expect(await watchClocks(at)).toBe(2)
		expect(await watchClocks(at)).toBe(0)
		expect(await marks()).toEqual(['mla-draft over', 'B29.7 t-14'])
		await move(id, 'extend', authority)
		expect((await see(id)).clocks.at(-1)?.due).toBe('2027-03-26')
		for (const left of [14, 7, 2, 0]) {
			passTo(addDays('2027-03-26', -left))
			await watchClocks(at)
		}
		expect((await marks()).slice(2)).toEqual(['B29.7 t-14', 'B29.7 t-7', 'B29.7 t-2', 'B29.7 t-0'])
		expect((await see(id)).state).toBe('extended')
		desk.pass(24)
		expect(await watchClocks(at)).toBe(2)
		const over = await see(id)
		expect(over).toMatchObject({ state: 'lapsed', events: [] })
		expect(over.steps.at(-1)).toMatchObject({ kind: 'lapse', by: undefined, day: '2027-03-27' })
		expect(await watchClocks(at)).toBe(0)
		expect((await listActs(db)).map(([, act]) => act)).toContain('preservation/lapsed')
	})

	test('steps are never changed, and numbers of a year are given once', async () => {
		const { db, draft } = await openRequests(engine)
		const ids = await Promise.all([draft(), draft(), draft()])
		const rows = await db.selectFrom('preservation').select('ref').orderBy('ref').execute()
		expect(rows.map(({ ref }) => ref)).toEqual(['P-2026-0001', 'P-2026-0002', 'P-2026-0003'])
		await expect(
			db.updateTable('preservation_step').set({ kind: 'x' }).where('request', '=', ids[0]).execute(),
		).rejects.toThrow(/never changed/u)
	})
})
