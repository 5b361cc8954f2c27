import { isHttpError, isRedirect } from '@sveltejs/kit'
import { expect, test } from 'vitest'
import type { StaffRole } from '#domains/people'
import { getWayOn, requireFresh, requireMay, requireStaff } from './session.ts'

const url = new URL('https://thiqa.example/desk/keys')
const minute = 60_000

const ask = (role?: StaffRole, minutesAgo = 0) => {
	const signedInAt = new Date(Date.now() - minutesAgo * minute)
	const person = { id: 'p', name: 'Amal', language: 'fr', formToken: 't', sessionId: 's' } as const
	return {
		url,
		locals: { canaryDomain: undefined, ...(role && { staff: { ...person, roles: [role], signedInAt } }) },
	} satisfies { locals: App.Locals; url: URL }
}

const findThrown = (work: () => unknown): unknown => {
	try {
		work()
		return undefined
	} catch (thrown) {
		return thrown
	}
}

test('whoever is not signed in is led to where one signs in', () => {
	const thrown = findThrown(() => requireStaff(ask()))
	expect(isRedirect(thrown) && thrown.location).toBe('/desk/sign-in')
	expect(isRedirect(findThrown(() => requireMay(ask(), 'list', 'case')))).toBe(true)
})

test('whoever may not is refused: 403, desk.not-allowed', () => {
	expect(requireMay(ask('analyst'), 'list', 'case').id).toBe('p')
	const thrown = findThrown(() => requireMay(ask('statistician'), 'list', 'case'))
	expect(isHttpError(thrown, 403)).toBe(true)
	expect(thrown).toMatchObject({ body: { message: 'desk.not-allowed' } })
	const near = findThrown(() => requireMay(ask('analyst'), 'open', 'case', 'unit'))
	expect(isHttpError(near, 403), 'a case of somebody else').toBe(true)
})

test('whoever has not just signed in shows again who they are, and comes back to the same page', () => {
	expect(requireFresh(ask('analyst', 9)).id).toBe('p')
	const thrown = findThrown(() => requireFresh(ask('analyst', 11)))
	expect(isRedirect(thrown) && thrown.location).toBe('/desk/sign-in?again=&to=%2Fdesk%2Fkeys')
})

test.each([
	['/desk/queue', '/desk/queue'],
	['/desk/cases/0f0e', '/desk/cases/0f0e'],
	['', '/desk'],
	['https://evil.example/desk', '/desk'],
	['//evil.example/desk', '/desk'],
	['/desk/../admin', '/desk'],
	['/desk/sign-in', '/desk'],
	['/desk/sign-out', '/desk'],
	['/fr/report', '/desk'],
])('after signing in on the way to %s one comes to %s', (to, way) => {
	expect(getWayOn(new URL(`https://thiqa.example/desk/sign-in?${new URLSearchParams({ to })}`))).toBe(way)
})
