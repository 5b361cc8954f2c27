import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { roles, type StaffRole } from '#domains/people'
import { messages } from '#messages'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { listOtherDoors, listPostDoors } from '../../support/route-doors.ts'
import { doors, draft, type Door, type Given, type Requester } from './doors.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-every-post-'))
let product: AskedProduct
let seed: Seed

beforeAll(async () => {
	product = await startAskedProduct(dataDir)
	seed = await product.seed()
})
afterAll(async () => {
	await product.stop()
	rmSync(dataDir, { recursive: true, force: true })
})

type Sent = { cookie?: string; origin?: string | undefined }

/** The code in what a form was refused with, beside which stands what was filled in: `[{"refused":1},"form"]`, as Kit writes it. */
const findCode = (data: unknown): string => {
	const parts: unknown = typeof data === 'string' ? JSON.parse(data) : []
	const [head, ...rest] = Array.isArray(parts) ? (parts as unknown[]) : []
	const at = typeof head === 'object' && head !== null && 'refused' in head ? head.refused : undefined
	const code = typeof at === 'number' ? rest[at - 1] : undefined
	return typeof code === 'string' ? code : ''
}

/** One word for what was answered: what the door says, or what the page behind it does. */
const toOutcome = async (answer: Response): Promise<string> => {
	const isAgain = (location: unknown): string => (String(location).includes('again') ? 'again' : 'moved')
	const location = answer.headers.get('location')
	if (location !== null) return isAgain(location)
	const text = await answer.text()
	if (!answer.headers.get('content-type')?.includes('json')) return String(answer.status)
	const told = JSON.parse(text || '{}') as Record<string, unknown>
	if (typeof told['refused'] === 'string') return `refused ${answer.status} ${told['refused']}`
	if (told['type'] === 'redirect') return isAgain(told['location'])
	if (told['type'] === 'success') return 'done'
	if (told['type'] !== 'failure') return String(answer.status)
	return told['status'] === 400
		? 'refused 400'
		: `refused ${String(told['status'])} ${findCode(told['data'])}`.trim()
}

const sendPost = async (
	name: string,
	door: Door,
	given: Given,
	{ cookie, origin = product.origin }: Sent,
) => {
	const path = door.path ?? name.replace('[id]', given.id).replace('[attachment]', `${given.id}.1`)
	const body = door.body(given)
	const isJson = 'json' in body
	const answer = await fetch(product.origin + path, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
			...(isJson ? {} : { accept: 'application/json', 'x-sveltekit-action': 'true' }),
			...(cookie === undefined ? {} : { cookie }),
			...(origin === '' ? {} : { origin }),
		},
		body: isJson ? JSON.stringify(body.json) : new URLSearchParams(body),
	})
	return toOutcome(answer)
}

const isRightful = (door: Door, role: StaffRole): boolean =>
	typeof door.who === 'string' || door.who.includes(role)

/** Those who stand outside: in no role that may, or before a case of somebody else. */
const listRefused = (door: Door): readonly [Requester, RegExp][] =>
	roles.flatMap((role): [Requester, RegExp][] => {
		if (!isRightful(door, role)) return [[role, /^403$/u]]
		if (door.onOthers && !door.onOthers.includes(role)) return [[role, /^(?:403|refused \d+ \S+)$/u]]
		return []
	})

test('every address that takes a POST stands in the table, and nothing else', () => {
	expect(Object.keys(doors).sort()).toEqual(listPostDoors())
})

test('addresses that take another method ask for a link or the password of a partner: no session opens them', async () => {
	expect(listOtherDoors()).toEqual(['PUT /programme/entries/[id]/[revision]', 'fallback /taxii2/[...path]'])
	const paths = [
		['PUT', `/programme/entries/${crypto.randomUUID()}/1`],
		...['POST', 'PUT', 'PATCH', 'DELETE'].map((method) => [method, '/taxii2/'] as const),
	] as const
	const before = await product.digest()
	for (const role of roles)
		for (const origin of [product.origin, 'https://evil.example'])
			for (const [method, path] of paths) {
				const { status } = await fetch(product.origin + path, {
					method,
					headers: { cookie: seed.people[role].fresh, origin, 'content-type': 'application/json' },
					body: '{}',
				})
				expect(status, `${role} ${method} ${path}`).toBe(401)
			}
	expect(await product.digest()).toEqual(before)
})

/** What an endpoint says to who asks for JSON. */
const tellWhy = async (path: string, headers: Record<string, string>, body: unknown): Promise<unknown> => {
	const answer = await fetch(product.origin + path, {
		method: 'POST',
		redirect: 'manual',
		headers: {
			origin: product.origin,
			accept: 'application/json',
			'content-type': 'application/json',
			...headers,
		},
		body: JSON.stringify(body),
	})
	return [answer.status, await answer.json()]
}

test('nothing leaves the desk by a session that was opened an hour ago', async () => {
	const [id = ''] = seed.cases.slice(-1)
	const { stale, fresh } = seed.people.owner
	const notice = { to: 'leave', form: 'dsa', digest: 'ab'.repeat(32) }
	const doorsOut = [
		[`/desk/cases/${id}/notice`, notice],
		[`/desk/cases/${id}/dossier`, { to: 'export', draft }],
	] as const
	const before = await product.digest()
	for (const [path, body] of doorsOut)
		expect(await tellWhy(path, { cookie: stale }, body), path).toEqual([409, { refused: 'desk.fresh' }])
	expect(await product.digest()).toEqual(before)
	for (const [path, body] of doorsOut)
		expect(await tellWhy(path, { cookie: fresh }, body), path).not.toEqual([409, { refused: 'desk.fresh' }])
})

test('a passkey is added by who has just signed in, and by no session for somebody who was invited', async () => {
	const path = '/desk/auth/passkey/verify-registration'
	const { stale, fresh } = seed.people.owner
	expect(await tellWhy(path, { cookie: stale }, {})).toMatchObject([403, { message: 'desk.not-fresh' }])
	const invited = { cookie: fresh, 'x-thiqa-invitation': 'A'.repeat(43) }
	expect(await tellWhy(path, invited, {})).toMatchObject([409, { message: 'desk.signed-in' }])
})

test('nobody acts on their own account, or on one that is not there', async () => {
	const { id, fresh } = seed.people.supervisor
	const before = await product.digest()
	for (const name of ['inviteAgain', 'roles', 'disable'])
		for (const someone of [id, seed.cases[0] ?? '']) {
			const door: Door = { who: 'staff', body: () => ({ id: someone, role: 'auditor', disabled: 'yes' }) }
			const given: Given = { id, other: id, people: seed.people }
			expect(await sendPost(`/desk/people?/${name}`, door, given, { cookie: fresh }), name).toBe(
				'refused 409 people.nobody',
			)
		}
	expect(await product.digest()).toEqual(before)
})

/** An act of each page that has forms, with who may do it. */
const wrongForms: readonly [string, Requester][] = [
	['/desk/account?/language', 'owner'],
	['/desk/approvals?/decide', 'supervisor'],
	['/desk/cases/[id]?/assign', 'owner'],
	['/desk/dossiers?/hand', 'liaison'],
	['/desk/erasure?/ask', 'key-officer'],
	['/desk/keys/epochs?/end', 'key-officer'],
	['/desk/keys?/keep', 'owner'],
	['/desk/people?/invite', 'supervisor'],
	['/desk/queue?/askMany', 'owner'],
	['/desk/rota?/set', 'supervisor'],
]

test.each(wrongForms)('%s without its parts is answered in words on its page', async (name, who) => {
	const answer = await fetch(product.origin + name.replace('[id]', seed.cases[0] ?? ''), {
		method: 'POST',
		headers: { origin: product.origin, cookie: seed.people[who].fresh, accept: 'text/html' },
		body: new URLSearchParams({ name: 'Nom gardé' }),
	})
	const page = await answer.text()
	expect(answer.status).toBe(400)
	expect(page).toContain(messages.fr[name.includes('/keys') ? 'keys.refused.form' : 'case.refused.desk.form'])
	if (name.endsWith('invite')) expect(page).toContain('value="Nom gardé"')
})

const names = Object.keys(doors)

test.each(names)(
	'%s lets in who may and records what it says; from elsewhere, without leave or too late it changes nothing',
	async (name) => {
		const door = doors[name]
		const place = names.indexOf(name)
		const [id, other] = [seed.cases[place], seed.cases[seed.cases.length - 1 - (place % 5)]]
		if (!door || !id || !other) throw new Error('there are more doors than cases: seed more')
		const given: Given = { id, other, people: seed.people }
		const rightful = roles.find((role) => isRightful(door, role) && (door.onOthers?.includes(role) ?? true))
		const before = await product.digest()

		const fresh = rightful === undefined ? {} : { cookie: seed.people[rightful].fresh }
		expect(
			await sendPost(name, door, given, { ...fresh, origin: 'https://evil.example' }),
			'foreign',
		).toMatch(door.fromMachines ? /^40[0134]$/u : /^40[34]$/u)
		expect(await sendPost(name, door, given, { ...fresh, origin: '' }), 'no origin').toMatch(
			door.fromMachines ? /^4\d\d$/u : /^403$/u,
		)
		const alone = await sendPost(name, door, given, {})
		expect(alone, 'no session').toMatch(door.who === 'anyone' ? /^(?:refused )?4\d\d\b/u : /^401$/u)
		for (const [who, wanted] of listRefused(door))
			expect(await sendPost(name, door, given, { cookie: seed.people[who].fresh }), who).toMatch(wanted)
		if (door.whenStale && rightful)
			expect(await sendPost(name, door, given, { cookie: seed.people[rightful].stale }), 'stale').toBe(
				door.whenStale,
			)
		const after = await product.digest()
		const noted = Object.fromEntries((door.notes ?? []).map((table) => [table, after[table] ?? '']))
		expect(after).toEqual({ ...before, ...noted })

		if (!door.rightly) return
		const [who, ends] = door.rightly
		const recorded = new Map(await product.acts())
		expect(await sendPost(name, door, given, { cookie: seed.people[who].fresh }), `rightly by ${who}`).toBe(
			ends,
		)
		const left = (await product.acts()).filter(([entry]) => !recorded.has(entry)).map(([, act]) => act)
		expect(
			left.filter((act) => !door.writes?.includes(act)),
			'left in the record and not said',
		).toEqual([])
	},
)
