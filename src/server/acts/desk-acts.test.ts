import { globSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { actWords, stepWords } from '#domains/acts'
import { may, roles } from '#domains/people'
import { findRefusal } from '#server/desk/guard'
import { listDeskActs } from './addresses.ts'
import { getAsks, isDeskAct, type DeskAct } from './desk-action.ts'
import { deskActs } from './desk-acts.ts'

type Route = { actions?: Record<string, unknown> } & Record<string, unknown>

const folder = 'src/routes/(desk)'
const files = globSync(`${folder}/**/+{page.server,server}.ts`)
const routes = await Promise.all(
	files.map(async (file) => {
		const route = (await import(resolve(file))) as Route
		return [file.slice(folder.length).replace(/\/\+[^/]+$/u, ''), route] as const
	}),
)
const registry: Readonly<Record<string, Record<string, DeskAct>>> = deskActs

/** Exports of a route that change something: its actions and every method but the ones that read. */
const listWriting = (route: Route): [string, unknown][] => [
	...Object.entries(route.actions ?? {}),
	...['POST', 'PUT', 'PATCH', 'DELETE', 'fallback'].flatMap((method): [string, unknown][] =>
		method in route ? [[method, route[method]]] : [],
	),
]

test('every route of the desk takes its acts from the registry, and changes nothing besides', () => {
	expect(routes.length).toBeGreaterThan(25)
	for (const [page, route] of routes)
		expect(Object.fromEntries(listWriting(route)), page).toEqual(registry[page] ?? {})
})

test('every act of the registry has a route, and was made by the one way in', () => {
	const writing = routes.filter(([, route]) => listWriting(route).length > 0).map(([page]) => page)
	expect(Object.keys(registry).sort()).toEqual(writing.sort())
	for (const [address, act] of Object.entries(listDeskActs())) expect(isDeskAct(act), address).toBe(true)
})

test('an act that was written into a route by hand is found', () => {
	const byHand: Route = { actions: { invite: () => undefined }, POST: () => undefined }
	expect(listWriting(byHand).map(([name, act]) => [name, isDeskAct(act)])).toEqual([
		['invite', false],
		['POST', false],
	])
})

const origin = 'https://desk.example'

test('an act asks for nobody only where the door lets through who has no session', () => {
	for (const [address, act] of Object.entries(listDeskActs())) {
		const pathname = address.split('?')[0]?.replace(/\[[^\]]+\]/gu, 'something') ?? ''
		const isOpen = !findRefusal({ pathname, method: 'POST', from: origin, origin, isSignedIn: false })
		expect(getAsks(act).may === 'anyone', address).toBe(isOpen)
	}
})

/** Written by what runs by itself, or by a reporter. */
const ofNobody = ['case/received', 'case/reporter-wrote', 'retention/erased']

test('every kind of act that the public record can hold is written by an act of the desk, or by nobody', () => {
	const kinds = [...Object.keys(stepWords).map((kind) => `case/${kind}`), ...Object.keys(actWords)]
	const written = Object.values(listDeskActs()).flatMap((act) => getAsks(act).writes)
	expect([...new Set([...written, ...ofNobody])].sort()).toEqual(kinds.sort())
})

/** `who may, how lately signed in`, in short. */
const toLine = (act: DeskAct): string => {
	const { may: asked, isFresh } = getAsks(act)
	const fresh =
		isFresh === true ? ', just signed in' : isFresh === 'sometimes' ? ', sometimes just signed in' : ''
	if (asked === 'anyone') return 'anyone'
	const [verb, resource, relation] = asked
	const who = roles.filter((role) => may({ roles: [role] }, verb, resource, relation))
	return (who.length === roles.length ? 'everyone' : who.join(' ')) + fresh
}

// Who may do what, a second time, so that a right that an act gives away is seen by who reads the change.
test('each act is for these roles', () => {
	const lines = Object.entries(listDeskActs()).map(([address, act]) => `${address}: ${toLine(act)}`)
	expect(lines.sort()).toMatchInlineSnapshot(`
		[
		  "/desk/account?/language: everyone",
		  "/desk/account?/passphrase: everyone, just signed in",
		  "/desk/account?/removePasskey: everyone, just signed in",
		  "/desk/account?/removePassphrase: everyone, just signed in",
		  "/desk/account?/signOutEverywhere: everyone",
		  "/desk/approvals?/decide: analyst supervisor key-officer, just signed in",
		  "/desk/auth/[...path]: anyone",
		  "/desk/cases/[id]/attachments/[attachment]/uncover: triager analyst supervisor",
		  "/desk/cases/[id]/attachments/[attachment]: triager analyst supervisor",
		  "/desk/cases/[id]/dossier: analyst supervisor liaison, sometimes just signed in",
		  "/desk/cases/[id]/notice: analyst supervisor, sometimes just signed in",
		  "/desk/cases/[id]/seen: triager analyst supervisor",
		  "/desk/cases/[id]?/answer: triager analyst supervisor",
		  "/desk/cases/[id]?/askFinding: analyst supervisor",
		  "/desk/cases/[id]?/askHold: analyst supervisor",
		  "/desk/cases/[id]?/askMerge: analyst supervisor",
		  "/desk/cases/[id]?/assign: triager analyst supervisor",
		  "/desk/cases/[id]?/called: triager analyst supervisor",
		  "/desk/cases/[id]?/category: triager analyst supervisor",
		  "/desk/cases/[id]?/check: triager analyst supervisor",
		  "/desk/cases/[id]?/decide: triager analyst supervisor, just signed in",
		  "/desk/cases/[id]?/hold: analyst supervisor",
		  "/desk/cases/[id]?/leave: analyst supervisor",
		  "/desk/cases/[id]?/merge: analyst supervisor",
		  "/desk/cases/[id]?/move: triager analyst supervisor",
		  "/desk/cases/[id]?/note: triager analyst supervisor",
		  "/desk/cases/[id]?/recheck: triager analyst supervisor",
		  "/desk/cases/[id]?/release: analyst supervisor",
		  "/desk/cases/sealed: triager analyst supervisor",
		  "/desk/cases/tokens: triager analyst supervisor",
		  "/desk/dossiers?/acknowledge: analyst supervisor liaison",
		  "/desk/dossiers?/hand: liaison",
		  "/desk/enrol/[token]: anyone",
		  "/desk/erasure?/ask: supervisor key-officer, just signed in",
		  "/desk/erasure?/end: supervisor key-officer, just signed in",
		  "/desk/erasure?/sign: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/agree: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/bring: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/destroy: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/drop: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/end: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/handOver: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/make: supervisor key-officer, just signed in",
		  "/desk/keys/epochs?/publish: supervisor key-officer, just signed in",
		  "/desk/keys?/addWay: everyone, just signed in",
		  "/desk/keys?/keep: everyone, just signed in",
		  "/desk/keys?/removeWay: everyone, just signed in",
		  "/desk/people?/disable: supervisor, just signed in",
		  "/desk/people?/invite: supervisor, just signed in",
		  "/desk/people?/inviteAgain: supervisor, just signed in",
		  "/desk/people?/roles: supervisor, just signed in",
		  "/desk/queue?/askMany: triager analyst supervisor",
		  "/desk/record?/verify: supervisor auditor",
		  "/desk/rota?/set: supervisor",
		  "/desk/sign-in: anyone",
		  "/desk/sign-out: everyone",
		  "/desk/wellness/minute: everyone",
		  "/desk/wellness/pause: everyone",
		]
	`)
})
