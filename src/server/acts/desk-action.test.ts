import { isActionFailure, isHttpError, isRedirect, type Cookies } from '@sveltejs/kit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { AppError } from '#base'
import type { StaffRole } from '#domains/people'
import { deskAction, deskEndpoint, getAsks, isDeskAct, openAction, type DeskEvent } from './desk-action.ts'

const minute = 60_000

/** A form or JSON sent by somebody in a role who signed in some minutes ago. */
const send = (
	body: BodyInit,
	{ role, minutesAgo = 0 }: { role?: StaffRole; minutesAgo?: number } = {},
): DeskEvent => {
	const url = new URL('https://desk.example/desk/people')
	const person = { id: 'p', name: 'Amal', language: 'fr', formToken: 't', sessionId: 's' } as const
	const signedInAt = new Date(Date.now() - minutesAgo * minute)
	return {
		url,
		params: {},
		request: new Request(url, { method: 'POST', body }),
		cookies: {} as Cookies,
		locals: { canaryDomain: undefined, ...(role && { staff: { ...person, roles: [role], signedInAt } }) },
	}
}
const form = (fields: Record<string, string>): URLSearchParams => new URLSearchParams(fields)
const supervisor = { role: 'supervisor' } as const

const findThrown = async (work: () => Promise<unknown>): Promise<unknown> => {
	try {
		await work()
		return undefined
	} catch (thrown) {
		return thrown
	}
}

/** An act that notes whom it was done for, and fails as it is told. */
const create = (problem?: Error) => {
	const done: string[] = []
	const act = deskAction(
		{
			may: ['invite', 'person', 'all'],
			isFresh: true,
			form: v.object({ name: v.string() }),
			refusals: ['people.name-taken'],
			keeps: ['name'],
			writes: ['people/invited'],
		},
		({ name }, { staff }) => {
			if (problem) return Promise.reject(problem)
			done.push(`${name} by ${staff.id}`)
			return Promise.resolve({ done: true as const })
		},
	)
	return { act, done }
}

test('an act is done for who may, with a form of its form', async () => {
	const { act, done } = create()
	expect(await act(send(form({ name: 'Noor', more: 'x' }), supervisor))).toEqual({ done: true })
	expect(done).toEqual(['Noor by p'])
})

test('nothing is done for who is not signed in, may not, or signed in too long ago', async () => {
	const { act, done } = create()
	const alone = await findThrown(() => act(send(form({ name: 'Noor' }))))
	expect(isRedirect(alone) && alone.location).toBe('/desk/sign-in')
	const other = await findThrown(() => act(send(form({ name: 'Noor' }), { role: 'analyst' })))
	expect(isHttpError(other, 403) && other.body.message).toBe('desk.not-allowed')
	const late = await findThrown(() => act(send(form({ name: 'Noor' }), { ...supervisor, minutesAgo: 11 })))
	expect(isRedirect(late) && late.location).toBe('/desk/sign-in?again=&to=%2Fdesk%2Fpeople')
	expect(done).toEqual([])
})

test('who may not is told so before the form is looked at', async () => {
	const { act } = create()
	const event = send(form({}), { role: 'analyst' })
	expect(isHttpError(await findThrown(() => act(event)), 403)).toBe(true)
	expect(event.request.bodyUsed).toBe(false)
})

const withFile = new FormData()
withFile.set('name', new Blob(['x']))

test.each<[string, BodyInit]>([
	['a part that is missing', form({})],
	['a part that is there twice', new URLSearchParams('name=a&name=b')],
	['a file in place of a word', withFile],
])('a form with %s is a wrong form: 400, in a word that the page has', async (_, given) => {
	const { act, done } = create()
	const answer = await act(send(given, supervisor))
	expect(isActionFailure(answer)).toBe(true)
	expect(answer).toMatchObject({ status: 400, data: { refused: 'desk.form' } })
	expect(done).toEqual([])
})

test('a rule that says no is told by its code: 409', async () => {
	const { act } = create(new AppError('people.name-taken', 400, 'in a test'))
	expect(await act(send(form({ name: 'Noor' }), supervisor))).toMatchObject({
		status: 409,
		data: { refused: 'people.name-taken', kept: { name: 'Noor' } },
	})
})

test.each([new AppError('people.last-way', 409, 'in a test'), new Error('broken')])(
	'what the page has no words for is thrown on: %s',
	async (problem) => {
		const { act } = create(problem)
		expect(await findThrown(() => act(send(form({ name: 'Noor' }), supervisor)))).toBe(problem)
	},
)

test('what an act asks is written on it, and on nothing that was made elsewhere', () => {
	const { act } = create()
	expect(getAsks(act)).toEqual({
		may: ['invite', 'person', 'all'],
		isFresh: true,
		writes: ['people/invited'],
	})
	expect(isDeskAct(act)).toBe(true)
	for (const other of [() => undefined, Object.assign(() => undefined, { asks: getAsks(act) }), undefined])
		expect(isDeskAct(other)).toBe(false)
})

test('an act of who has no session reads its form and asks for nobody', async () => {
	const act = openAction(v.object({ code: v.string() }), ({ code }) => Promise.resolve({ code }))
	expect(getAsks(act).may).toBe('anyone')
	expect(await act(send(form({ code: '1' })))).toEqual({ code: '1' })
	expect(await act(send(form({})))).toMatchObject({ status: 400, data: { refused: 'desk.form' } })
})

const createEndpoint = (problem?: Error) =>
	deskEndpoint(
		{
			may: ['read', 'dossier'],
			isFresh: ({ to }) => to === 'export',
			body: v.strictObject({ to: v.picklist(['look', 'export']) }),
			most: 100,
			refusals: ['desk.fresh', 'case.not-allowed'],
		},
		({ to }) => (problem ? Promise.reject(problem) : Promise.resolve({ to })),
	)
const json = (value: unknown): string => JSON.stringify(value)
const late = { ...supervisor, minutesAgo: 11 }

test('what a script asks for is answered in JSON', async () => {
	const answer = await createEndpoint()(send(json({ to: 'look' }), late))
	expect([answer.status, await answer.json()]).toEqual([200, { to: 'look' }])
	const none = await findThrown(() => createEndpoint()(send(json({ to: 'look' }), { role: 'triager' })))
	expect(isHttpError(none, 403)).toBe(true)
})

test.each([
	['no JSON', '{'],
	['nothing', ''],
	['too much', json({ to: 'look', more: 'x'.repeat(100) })],
	['not what it asks for', json({ to: 'keep' })],
])('a script that sends %s is told so: 400, desk.form', async (_, body) => {
	const answer = await createEndpoint()(send(body, supervisor))
	expect([answer.status, await answer.json()]).toEqual([400, { refused: 'desk.form' }])
})

test('what leaves the desk is for who has just signed in', async () => {
	const refused = await createEndpoint()(send(json({ to: 'export' }), late))
	expect([refused.status, await refused.json()]).toEqual([409, { refused: 'desk.fresh' }])
	const done = await createEndpoint()(send(json({ to: 'export' }), supervisor))
	expect(done.status).toBe(200)
	expect(getAsks(createEndpoint()).isFresh).toBe('sometimes')
})

test('an endpoint answers a refusal with its code and throws a fault on', async () => {
	const rule = new AppError('case.not-allowed', 403, 'in a test')
	const told = await createEndpoint(rule)(send(json({ to: 'look' }), supervisor))
	expect([told.status, await told.json()]).toEqual([409, { refused: 'case.not-allowed' }])
	const fault = new Error('broken')
	expect(await findThrown(() => createEndpoint(fault)(send(json({ to: 'look' }), supervisor)))).toBe(fault)
})
