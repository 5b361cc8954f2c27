import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { engines } from '../../../../../tests/support/database.ts'
import {
	enrol,
	later,
	open,
	openSession,
	start,
	startClock,
	stopClock,
	toApp,
} from '../../../../../tests/support/people.ts'
import {
	addPerson,
	enrolWithPassphrase,
	findInvited,
	invite,
	listPeople,
	listSessions,
	listWaysIn,
	makeTotpSecret,
	removePassphrase,
	setDisabled,
	setRoles,
	useInvitation,
} from './index.ts'

beforeEach(stopClock)
afterEach(startClock)

describe.each(engines)('accounts on %s', (engine) => {
	test('a name is taken whatever its case and spaces; a name that is none is refused', async () => {
		const { db } = await open(engine)
		await addPerson(db, { name: 'Amal  B.', roles: ['triager'], language: 'fr' }, start)
		const again = addPerson(db, { name: ' aMAL b. ', roles: [], language: 'fr' }, start)
		await expect(again).rejects.toMatchObject({ code: 'people.name-taken' })
		const wrong = addPerson(db, { name: '<b>', roles: [], language: 'fr' }, start)
		await expect(wrong).rejects.toMatchObject({ code: 'people.name-wrong' })
		expect(await listPeople(db)).toMatchObject([{ name: 'Amal B.', roles: ['triager'], enrolled: false }])
	})

	test('roles that must stay apart are refused, and the last supervisor stays', async () => {
		const { db } = await open(engine)
		const id = await addPerson(db, { name: 'Amal', roles: ['supervisor'], language: 'fr' }, start)
		await expect(setRoles(db, { id, held: ['analyst', 'key-officer'] })).rejects.toMatchObject({
			code: 'people.roles-conflict',
		})
		await expect(setRoles(db, { id, held: ['analyst'] })).rejects.toMatchObject({
			code: 'people.last-supervisor',
		})
		await expect(setDisabled(db, id, true, start)).rejects.toMatchObject({ code: 'people.last-supervisor' })
		expect(await listPeople(db)).toMatchObject([{ disabled: false, roles: ['supervisor'] }])
	})

	test('a region belongs to the roles of the programme, and goes with the last of them', async () => {
		const { db } = await open(engine)
		await addPerson(db, { name: 'Amal', roles: ['supervisor'], language: 'fr', region: 'MA-08' }, start)
		const trainer = { name: 'Youssef', roles: ['trainer'], language: 'fr', region: 'MA-08' } as const
		const id = await addPerson(db, trainer, start)
		expect(await listPeople(db)).toMatchObject([{ region: undefined }, { region: 'MA-08' }])
		await setRoles(db, { id, held: ['trainer', 'campaigner'], region: 'MA-09' })
		expect(await listPeople(db)).toMatchObject([{}, { region: 'MA-09' }])
		await setRoles(db, { id, held: ['triager'], region: 'MA-09' })
		expect(await listPeople(db)).toMatchObject([{}, { region: undefined }])
		await expect(setRoles(db, { id, held: ['trainer'], region: 'Tata' })).rejects.toThrow()
		await expect(setRoles(db, { id, held: ['trainer', 'triager'] })).rejects.toMatchObject({
			code: 'people.roles-conflict',
		})
	})

	test('a change that cannot be written down is not made', async () => {
		const { db } = await open(engine)
		const id = await addPerson(db, { name: 'Amal', roles: ['supervisor'], language: 'fr' }, start)
		const other = await addPerson(db, { name: 'Youssef', roles: ['triager'], language: 'fr' }, start)
		const changes = [
			(trx: typeof db) => setRoles(trx, { id: other, held: ['analyst'] }),
			(trx: typeof db) => setDisabled(trx, other, true, start),
			(trx: typeof db) => addPerson(trx, { name: 'Nora', roles: [], language: 'fr' }, start),
		]
		for (const change of changes) {
			const both = db.transaction().execute(async (trx) => {
				await change(trx)
				throw new Error('no record')
			})
			await expect(both).rejects.toThrow('no record')
		}
		expect(await listPeople(db)).toMatchObject([
			{ id, roles: ['supervisor'] },
			{ id: other, roles: ['triager'], disabled: false },
		])
		await expect(db.transaction().execute((trx) => setDisabled(trx, id, true, start))).rejects.toMatchObject({
			code: 'people.last-supervisor',
		})
	})

	test('an invitation works once, for 72 hours, and only its hash is kept', async () => {
		const { db } = await open(engine)
		const id = await addPerson(db, { name: 'Amal', roles: [], language: 'fr' }, start)
		const first = await invite(db, id, start)
		const token = await invite(db, id, start)
		expect(await findInvited(db, first, start), 'an older one is void').toBeUndefined()
		expect(await findInvited(db, token, later(71 * 3600))).toEqual({ id, name: 'Amal' })
		expect(await findInvited(db, token, later(72 * 3600))).toBeUndefined()
		const rows = await db.selectFrom('staff_invitation').selectAll().execute()
		expect(JSON.stringify(rows)).not.toContain(token)
		const uses = await Promise.all([1, 2, 3].map(() => useInvitation(db, token, start)))
		expect(uses.filter(Boolean)).toHaveLength(1)
	})

	test('enrolling again takes every older way in, and the only way in cannot be removed', async () => {
		const people = await open(engine)
		vi.setSystemTime(later(-3600))
		const { id } = await enrol(people)
		expect(await listPeople(people.db)).toMatchObject([{ enrolled: true, enrolledAt: later(-3600) }])
		vi.setSystemTime(start)
		await openSession(people, id)
		await expect(removePassphrase(people.db, id)).rejects.toMatchObject({ code: 'people.last-way' })
		const token = await invite(people.db, id, start)
		const { typed, sealed } = await makeTotpSecret(people.secret, { id, name: 'Amal' }, new Date())
		const code = await toApp(typed).totp()
		const weak = { passphrase: 'amal', again: 'amal', sealed, code }
		expect(await enrolWithPassphrase(people, token, weak, start)).toMatchObject({
			code: 'short',
		})
		const given = { passphrase: 'encore autre chose ici', again: 'encore autre chose ici', sealed, code }
		expect(await enrolWithPassphrase(people, token, given, start)).toEqual({ ok: true, value: id })
		expect(await listSessions(people.db, id, start)).toEqual([])
		expect(await listPeople(people.db)).toMatchObject([{ enrolledAt: start }])
		expect(await listWaysIn(people.db, id)).toEqual({ passkeys: [], passphrase: true })
	})
})
