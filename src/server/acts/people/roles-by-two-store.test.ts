/** The attack of the review (F12): one person who gives roles grows a second signature. Asked of the acts themselves, as their forms send them. */
import { randomUUID } from 'node:crypto'
import { isActionFailure, isHttpError, type Cookies } from '@sveltejs/kit'
import { sql } from 'kysely'
import { beforeEach, expect, test, vi } from 'vitest'
import type { StaffRole } from '#domains/people'
import { addPerson, findPerson, invite, useInvitation } from '#domains/people/server'
import { listRoleAsks } from '#domains/people/server/giving'
import { setDatabase } from '#server/process/database'
import { makeFolder } from '../../../../tests/support/child.ts'
import { database } from '../../../../tests/support/database.ts'
import { listActs } from '../../../../tests/support/state-digest.ts'
import { peopleActs } from '../people.ts'
import type { DeskAct, DeskEvent } from '../desk-action.ts'

const jar: Partial<Cookies> = { get: () => undefined }
const cookies = jar as Cookies

const open = async () => {
	const opened = await database('pglite')
	vi.stubEnv('DATA_DIR', makeFolder())
	setDatabase(opened)
	return opened.kysely
}
type Db = Awaited<ReturnType<typeof open>>
let db: Db
// Accounts are kept by the address that asks: another one for each test, so that each finds its own database.
let host = ''
beforeEach(async () => {
	host = `${randomUUID()}.test`
	db = await open()
})

type Someone = { id: string; roles: readonly StaffRole[] }

/** As `setup:desk` makes an account. */
const setUp = async (name: string, ...roles: StaffRole[]): Promise<Someone> => ({
	id: await addPerson(db, { name, roles, language: 'fr' }, new Date()),
	roles,
})

/** One word for how an act ends for a person. */
const send = async (act: DeskAct, who: Someone, fields: readonly (readonly [string, string])[]) => {
	const url = new URL(`http://${host}/desk/people`)
	const body = new URLSearchParams(fields.map(([name, value]) => [name, value]))
	const staff = { ...who, name: 'x', language: 'fr', signedInAt: new Date() } as const
	const event: DeskEvent = {
		url,
		cookies,
		params: {},
		request: new Request(url, { method: 'POST', body }),
		locals: { canaryDomain: undefined, staff: { ...staff, formToken: 't', sessionId: randomUUID() } },
	}
	try {
		const done = await act(event)
		if (!isActionFailure(done)) return 'done'
		const data: unknown = done.data
		return (data as { refused?: string }).refused
	} catch (thrown) {
		if (isHttpError(thrown)) return String(thrown.status)
		throw thrown
	}
}

const inviteAs = async (who: Someone, name: string, ...roles: StaffRole[]): Promise<string> => {
	await send(peopleActs.invite, who, [
		['name', name],
		['language', 'fr'],
		...roles.map((role) => ['role', role] as const),
	])
	const found = await db.selectFrom('staff_user').select('id').where('name', '=', name).executeTakeFirst()
	return found?.id ?? ''
}

/** Uses the invitation that is open, as its person does, or whoever took it. */
const enrol = async (id: string): Promise<void> => {
	await useInvitation(db, await invite(db, id, new Date()), new Date())
	await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
		values (${randomUUID()}, ${id}, 'credential', ${id}, 'x', now(), now())
		on conflict do nothing`.execute(db)
}

const rolesOf = async (id: string) => (await findPerson(db, id))?.roles
const askOf = async (id: string) => (await listRoleAsks(db)).find(({ person }) => person === id)
const decide = (who: Someone, ask: string | undefined, grants = 'yes') =>
	send(peopleActs.decide, who, [
		['ask', ask ?? ''],
		['grants', grants],
	])

test('a supervisor who invites a second one, enrols it and agrees as it has one signature', async () => {
	const amal = await setUp('Amal', 'supervisor')
	const invented = await inviteAs(amal, 'Personne', 'supervisor', 'auditor')
	expect(invented, 'two that must not go together').toBe('')
	const second = await inviteAs(amal, 'Seconde', 'supervisor', 'triager')
	await enrol(second)
	expect(await rolesOf(second)).toEqual(['triager'])
	const ask = (await askOf(second))?.id
	expect(await decide(amal, ask), 'who gave it').toBe('approval.same-person')
	expect(await decide({ id: second, roles: ['supervisor'] }, ask), 'who gets it').toBe('approval.same-person')
	expect(
		await send(peopleActs.roles, amal, [
			['id', second],
			['role', 'key-officer'],
		]),
	).toBe('done')
	expect(await rolesOf(second)).toEqual([])
})

test('another person agrees to exactly what was asked, once its person has enrolled', async () => {
	const [amal, zineb] = [await setUp('Amal', 'supervisor'), await setUp('Zineb', 'key-officer')]
	const nora = await inviteAs(amal, 'Nora', 'supervisor')
	const old = (await askOf(nora))?.id
	expect(await decide(zineb, old), 'the invitation is still open').toBe('people.not-enrolled')
	await enrol(nora)
	await send(peopleActs.roles, amal, [
		['id', nora],
		['role', 'analyst'],
		['role', 'triager'],
	])
	expect(await decide(zineb, old), 'what was shown before').toBe('people.nothing-waits')
	const triage = await setUp('Omar', 'triager')
	expect(await decide(triage, (await askOf(nora))?.id)).toBe('403')
	expect(await decide(zineb, (await askOf(nora))?.id)).toBe('done')
	expect(await rolesOf(nora)).toEqual(['analyst', 'triager'])
	expect(await askOf(nora)).toBeUndefined()
	const kinds = (await listActs(db)).map(([, kind]) => kind)
	expect(kinds).toEqual(expect.arrayContaining(['people/invited', 'people/roles', 'people/roles-agreed']))
})

test('who lost the right to give meanwhile has given nothing, and a no drops the question', async () => {
	const [amal, salma] = [await setUp('Amal', 'supervisor'), await setUp('Salma', 'supervisor')]
	const nora = await inviteAs(amal, 'Nora', 'analyst')
	await enrol(nora)
	await send(peopleActs.disable, salma, [
		['id', amal.id],
		['disabled', 'yes'],
	])
	expect(await decide(salma, (await askOf(nora))?.id)).toBe('approval.same-person')
	await send(peopleActs.roles, salma, [
		['id', nora],
		['role', 'analyst'],
	])
	const zineb = await setUp('Zineb', 'key-officer')
	expect(await decide(zineb, (await askOf(nora))?.id, 'no')).toBe('done')
	expect(await rolesOf(nora)).toEqual([])
	expect(await askOf(nora)).toBeUndefined()
})

test.each([
	['a new invitation, which its maker could use', 'again'],
	['an account that is opened again', 'reopened'],
] as const)('%s takes roles that agree until another person agrees', async (_, how) => {
	const amal = await setUp('Amal', 'supervisor')
	const nora = await setUp('Nora', 'supervisor', 'triager')
	if (how === 'again') await send(peopleActs.inviteAgain, amal, [['id', nora.id]])
	else
		for (const disabled of ['yes', 'no'])
			await send(peopleActs.disable, amal, [
				['id', nora.id],
				['disabled', disabled],
			])
	expect(await rolesOf(nora.id)).toEqual(['triager'])
	expect(await askOf(nora.id)).toMatchObject({ roles: ['supervisor'], askedBy: amal.id })
	await enrol(nora.id)
	expect(await decide(amal, (await askOf(nora.id))?.id)).toBe('approval.same-person')
	const zineb = await setUp('Zineb', 'key-officer')
	expect(await decide(zineb, (await askOf(nora.id))?.id)).toBe('done')
	expect(await rolesOf(nora.id)).toEqual(['supervisor', 'triager'])
})
