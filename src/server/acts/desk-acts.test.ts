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
const ofNobody = [
	'case/received',
	'case/reporter-wrote',
	'retention/erased',
	'exchange/received',
	'exchange/quarantined',
	'indicator/expired',
	'referral/receipt',
	'referral/outcome',
	'referral/dead',
	'referral/received',
	'preservation/lapsed',
	'counting/born',
	'counting/released',
]

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
		  "/desk/campaigns/[id]?/approve: programme-lead campaigner, just signed in",
		  "/desk/campaigns/[id]?/change: programme-lead campaigner",
		  "/desk/campaigns/[id]?/codes: programme-lead campaigner",
		  "/desk/campaigns/[id]?/materials: programme-lead campaigner",
		  "/desk/campaigns/[id]?/retire: programme-lead campaigner",
		  "/desk/campaigns/[id]?/use: programme-lead campaigner",
		  "/desk/campaigns/[id]?/write: programme-lead campaigner",
		  "/desk/campaigns?/make: programme-lead campaigner",
		  "/desk/cases/[id]/attachments/[attachment]/uncover: triager analyst supervisor",
		  "/desk/cases/[id]/attachments/[attachment]: triager analyst supervisor",
		  "/desk/cases/[id]/dossier: analyst supervisor liaison, sometimes just signed in",
		  "/desk/cases/[id]/host: analyst supervisor",
		  "/desk/cases/[id]/notice: analyst supervisor, sometimes just signed in",
		  "/desk/cases/[id]/refer: analyst supervisor, sometimes just signed in",
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
		  "/desk/indicators?/askAgain: analyst supervisor",
		  "/desk/indicators?/decide: analyst supervisor, just signed in",
		  "/desk/indicators?/dismiss: analyst supervisor",
		  "/desk/indicators?/find: analyst supervisor liaison",
		  "/desk/indicators?/propose: analyst supervisor",
		  "/desk/indicators?/publish: analyst supervisor, just signed in",
		  "/desk/indicators?/withdraw: analyst supervisor",
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
		  "/desk/partners/[id]?/bring: liaison",
		  "/desk/partners/[id]?/change: liaison",
		  "/desk/partners/[id]?/channels: liaison",
		  "/desk/partners/[id]?/move: liaison, just signed in",
		  "/desk/partners/[id]?/revoke: supervisor liaison, just signed in",
		  "/desk/partners/[id]?/token: liaison, just signed in",
		  "/desk/partners/[id]?/verify: supervisor liaison, just signed in",
		  "/desk/partners/keys?/next: supervisor liaison, just signed in",
		  "/desk/partners/new: liaison",
		  "/desk/people?/decide: supervisor key-officer, just signed in",
		  "/desk/people?/disable: supervisor, just signed in",
		  "/desk/people?/invite: supervisor, just signed in",
		  "/desk/people?/inviteAgain: supervisor, just signed in",
		  "/desk/people?/roles: supervisor, just signed in",
		  "/desk/preservation/[id]/copies: analyst supervisor liaison authority",
		  "/desk/preservation/[id]?/move: analyst supervisor liaison authority",
		  "/desk/preservation/[id]?/transmit: authority, just signed in",
		  "/desk/preservation/authorities?/link: supervisor, just signed in",
		  "/desk/preservation/authorities?/unlink: supervisor, just signed in",
		  "/desk/preservation/calendar?/make: analyst supervisor liaison authority",
		  "/desk/preservation/calendar?/revoke: analyst supervisor liaison authority",
		  "/desk/preservation/drafts: analyst supervisor liaison",
		  "/desk/programme/actions/[id]?/note: programme-lead",
		  "/desk/programme/actions/[id]?/realise: programme-lead",
		  "/desk/programme/actions/[id]?/remove: programme-lead",
		  "/desk/programme/actions/[id]?/write: programme-lead",
		  "/desk/programme/figures?/askAgain: programme-lead evaluator",
		  "/desk/programme/figures?/correct: programme-lead evaluator",
		  "/desk/programme/figures?/decide: programme-lead evaluator, just signed in",
		  "/desk/programme/figures?/propose: programme-lead evaluator",
		  "/desk/programme/figures?/report: programme-lead evaluator",
		  "/desk/programme/figures?/target: programme-lead",
		  "/desk/programme/import?/look: programme-lead",
		  "/desk/programme/import?/write: programme-lead",
		  "/desk/programme?/ask: programme-lead",
		  "/desk/programme?/decide: programme-lead, just signed in",
		  "/desk/programme?/make: programme-lead",
		  "/desk/programme?/party: programme-lead",
		  "/desk/queue?/askClose: triager supervisor",
		  "/desk/queue?/askMany: triager analyst supervisor",
		  "/desk/queue?/close: triager supervisor",
		  "/desk/record?/verify: supervisor auditor",
		  "/desk/referrals/[id]/words: analyst supervisor",
		  "/desk/referrals/[id]?/answer: liaison",
		  "/desk/referrals/[id]?/drop: analyst supervisor",
		  "/desk/referrals/[id]?/link: liaison",
		  "/desk/referrals/[id]?/makeCase: analyst supervisor",
		  "/desk/referrals/[id]?/move: liaison",
		  "/desk/referrals/[id]?/note: analyst supervisor",
		  "/desk/referrals/[id]?/reply: analyst supervisor",
		  "/desk/referrals/[id]?/takeUp: analyst supervisor liaison",
		  "/desk/referrals/inbox/words: analyst supervisor",
		  "/desk/referrals/inbox?/drop: analyst supervisor",
		  "/desk/referrals/inbox?/take: analyst supervisor",
		  "/desk/rota?/set: supervisor",
		  "/desk/sessions/[id]?/correct: programme-lead trainer",
		  "/desk/sessions/[id]?/takeBack: programme-lead trainer",
		  "/desk/sessions/[id]?/tally: programme-lead trainer",
		  "/desk/sessions/bring?/carried: programme-lead",
		  "/desk/sessions/bring?/odk: programme-lead",
		  "/desk/sessions/links?/invite: programme-lead",
		  "/desk/sessions/links?/revoke: programme-lead",
		  "/desk/sessions/new?/plan: programme-lead trainer",
		  "/desk/sessions/new?/record: programme-lead trainer",
		  "/desk/sessions?/choose: programme-lead",
		  "/desk/sessions?/drop: programme-lead trainer",
		  "/desk/sessions?/look: programme-lead",
		  "/desk/sign-in: anyone",
		  "/desk/sign-out: everyone",
		  "/desk/trials/[id]?/approve: programme-lead evaluator, just signed in",
		  "/desk/trials/[id]?/draw: evaluator, just signed in",
		  "/desk/trials/[id]?/end: programme-lead evaluator, just signed in",
		  "/desk/trials/[id]?/list: evaluator, just signed in",
		  "/desk/trials/[id]?/measure: evaluator",
		  "/desk/trials/[id]?/publish: programme-lead evaluator, just signed in",
		  "/desk/trials/[id]?/report: evaluator, just signed in",
		  "/desk/trials/[id]?/resume: evaluator",
		  "/desk/trials/[id]?/stop: evaluator, just signed in",
		  "/desk/trials/new: evaluator",
		  "/desk/wellness/minute: everyone",
		  "/desk/wellness/pause: everyone",
		]
	`)
})
