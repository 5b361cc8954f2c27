import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { may, roles, type Relation, type Resource, type StaffRole, type Verb } from '#domains/people'
import { messages } from '#messages'
import { startAskedProduct, type AskedProduct } from '../../support/asked-product.ts'
import type { Seed } from '../../support/desk-seed.ts'
import { listGetDoors } from '../../support/route-doors.ts'

type Asked = { [Of in Resource]: readonly [verb: Verb<Of>, resource: Of, relation?: Relation] }[Resource]

type Door = {
	/** What the table of permissions must grant; `everyone`: all who are signed in; `anyone`: nobody needs a session. */
	asks: Asked | 'everyone' | 'anyone'
	/** Parts of the address filled in. */
	path?: (seed: Seed) => string
	/** What whoever may is answered with; 200 when left out. */
	ends?: number
}

const made = 'A'.repeat(43)

/** Each address of the desk that answers a GET. One entry each: a page that is not here fails the first test. */
const doors: Readonly<Record<string, Door>> = {
	'/desk': { asks: 'everyone', ends: 303 },
	'/desk/account': { asks: 'everyone' },
	'/desk/approvals': { asks: ['list', 'approval'] },
	'/desk/auth/[...path]': { asks: 'anyone', path: () => '/desk/auth/get-session', ends: 404 },
	'/desk/cases/[id]': { asks: ['list', 'case'], path: ({ cases }) => `/desk/cases/${cases[0] ?? ''}` },
	'/desk/dossiers': { asks: ['read', 'dossier'] },
	'/desk/enrol/[token]': { asks: 'anyone', path: () => `/desk/enrol/${made}`, ends: 404 },
	'/desk/erasure': { asks: ['destroy', 'epoch', 'all'] },
	'/desk/erasure/[epoch]': { asks: ['read', 'record'], path: () => '/desk/erasure/2001-01', ends: 404 },
	'/desk/figures': { asks: ['read', 'figures', 'all'] },
	'/desk/indicators': { asks: ['read', 'indicator'] },
	'/desk/keys': { asks: 'everyone' },
	'/desk/keys/epochs': { asks: ['wrap', 'epoch'] },
	// 404: somebody who has made no key of their own has no wrap.
	'/desk/keys/wraps/[id]': { asks: ['open', 'report'], path: () => '/desk/keys/wraps/2001-01', ends: 404 },
	'/desk/partners': { asks: ['read', 'partner', 'all'] },
	'/desk/partners/[id]': {
		asks: ['read', 'partner', 'all'],
		path: ({ cases }) => `/desk/partners/${cases[0] ?? ''}`,
	},
	'/desk/partners/keys': { asks: ['verify', 'partner', 'all'] },
	'/desk/partners/new': { asks: ['write', 'partner', 'all'] },
	'/desk/people': { asks: ['list', 'person'] },
	'/desk/platform': { asks: ['read', 'setting', 'all'] },
	'/desk/preservation': { asks: ['read', 'preservation'] },
	// 404: cases have ids too, and none of them is one of a request.
	'/desk/preservation/[id]': {
		asks: ['read', 'preservation'],
		path: ({ cases }) => `/desk/preservation/${cases[0] ?? ''}`,
		ends: 404,
	},
	'/desk/preservation/authorities': { asks: ['change', 'person', 'all'] },
	'/desk/preservation/calendar': { asks: ['read', 'preservation'] },
	'/desk/preservation/new': { asks: ['write', 'preservation'] },
	'/desk/sessions': { asks: ['read', 'session'] },
	'/desk/sessions/[id]': {
		asks: ['read', 'session'],
		path: ({ cases }) => `/desk/sessions/${cases[0] ?? ''}`,
		ends: 404,
	},
	'/desk/sessions/bring': { asks: ['invite', 'session'] },
	'/desk/sessions/links': { asks: ['invite', 'session'] },
	'/desk/sessions/new': { asks: ['write', 'session'] },
	'/desk/programme': { asks: ['read', 'programme'] },
	'/desk/programme/actions/[id]': {
		asks: ['read', 'programme'],
		path: () => '/desk/programme/actions/i1-a1',
	},
	'/desk/programme/export': { asks: ['export', 'programme'] },
	'/desk/programme/import': { asks: ['import', 'programme'] },
	'/desk/programme/figures': { asks: ['read', 'figure'] },
	'/desk/campaigns': { asks: ['read', 'campaign'] },
	'/desk/campaigns/[id]': {
		asks: ['read', 'campaign'],
		path: ({ cases }) => `/desk/campaigns/${cases[0] ?? ''}`,
		ends: 404,
	},
	'/desk/campaigns/[id]/kit': {
		asks: ['read', 'campaign'],
		path: ({ cases }) => `/desk/campaigns/${cases[0] ?? ''}/kit`,
		ends: 404,
	},
	'/desk/campaigns/[id]/materials/[material]': {
		asks: ['read', 'campaign'],
		path: ({ cases }) => `/desk/campaigns/${cases[0] ?? ''}/materials/${cases[1] ?? ''}`,
		ends: 404,
	},
	'/desk/trials': { asks: ['read', 'trial'] },
	'/desk/trials/[id]': { asks: ['read', 'trial'], path: () => '/desk/trials/t999', ends: 404 },
	'/desk/trials/new': { asks: ['register', 'trial'] },
	'/desk/queue': { asks: ['list', 'case'] },
	'/desk/queue/waiting': { asks: ['list', 'case'] },
	'/desk/record': { asks: ['read', 'record', 'all'] },
	'/desk/referrals': { asks: ['read', 'referral'] },
	'/desk/referrals/[id]': {
		asks: ['read', 'referral'],
		path: ({ cases }) => `/desk/referrals/${cases[0] ?? ''}`,
		ends: 404,
	},
	'/desk/referrals/inbox': { asks: ['read', 'referral'] },
	'/desk/rota': { asks: ['assign', 'case', 'unit'] },
	'/desk/sign-in': { asks: 'anyone' },
	'/desk/wellness': { asks: 'everyone' },
}

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-every-get-'))
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

const listed = listGetDoors('(desk)')
const names = Object.keys(doors)
const isPage = (name: string): boolean => listed.some(({ route, isPage: has }) => has && route === name)

const isOpenTo = ({ asks }: Door, role: StaffRole): boolean => {
	if (typeof asks === 'string') return true
	const [verb, resource, relation] = asks
	return may({ roles: [role] }, verb, resource, relation)
}

const get = (path: string, cookie?: string): Promise<Response> =>
	fetch(product.origin + path, { redirect: 'manual', headers: cookie === undefined ? {} : { cookie } })

type Part = { type?: string; error?: { message: string } }

/** The last part of what an open page is sent: that of the page itself. */
const readPart = async (answer: Response): Promise<Part> => {
	const { nodes = [] } = JSON.parse(await answer.text()) as {
		nodes?: (Part | null)[]
	}
	return nodes.at(-1) ?? {}
}

test('every address of the desk that answers a GET stands in the table, and nothing else', () => {
	expect(names.toSorted()).toEqual(listed.map(({ route }) => route))
})

test('what the table asks for is for some roles and not for all: what is for everyone says so', () => {
	const wrong = names.filter((name) => {
		const door = doors[name]
		const open = roles.filter((role) => door && isOpenTo(door, role)).length
		return typeof door?.asks === 'string' ? open !== roles.length : open === 0 || open === roles.length
	})
	expect(wrong).toEqual([])
})

test.each(names)('%s opens to the roles of the table; others are told so, with a way on', async (name) => {
	const door = doors[name]
	if (!door) throw new Error('each name is of the table')
	const path = door.path?.(seed) ?? name
	const refusal = messages.fr['desk.not-allowed']
	for (const role of roles) {
		const cookie = seed.people[role].fresh
		const answer = await get(path, cookie)
		// Whoever is signed in already is sent on from the page where one signs in.
		const ends = name === '/desk/sign-in' ? 303 : (door.ends ?? 200)
		expect(answer.status, role).toBe(isOpenTo(door, role) ? ends : 403)
		expect(answer.headers.get('cache-control'), role).toBe('no-store')
		const text = await answer.text()
		if (!isOpenTo(door, role) && isPage(name)) {
			expect(text, role).toContain(refusal)
			expect(text, role).toContain('href="/desk"')
		}
		if (!isPage(name)) continue
		const part = await readPart(await get(`${path}/__data.json`, cookie))
		if (!isOpenTo(door, role))
			expect(part, `${role}: data of the page`).toMatchObject({
				type: 'error',
				error: { message: 'desk.not-allowed' },
			})
		else if (ends === 200) expect(part.type, `${role}: data of the page`).toBe('data')
	}
	const alone = await get(path)
	if (door.asks === 'anyone') expect(alone.status, 'no session').toBe(door.ends ?? 200)
	else expect(alone.headers.get('location'), 'no session').toContain('/desk/sign-in?to=')
})

test.each(roles)('%s begins at a page of theirs, and every link of the navigation opens', async (role) => {
	const cookie = seed.people[role].fresh
	const first = (await get('/desk', cookie)).headers.get('location') ?? ''
	const page = await get(first, cookie)
	expect(page.status, first).toBe(200)
	const nav = /<nav[\s\S]*?<\/nav>/u.exec(await page.text())?.[0] ?? ''
	const links = [...nav.matchAll(/href="([^"]+)"/gu)].map((match) => match[1] ?? '')
	expect(links).toContain('/desk/account')
	for (const link of links) expect((await get(link, cookie)).status, link).toBe(200)
	// And nothing that they could open is left out, but for their own key where it is of no use.
	const open = listed.filter(
		({ route }) =>
			isPage(route) &&
			!route.includes('[') &&
			doors[route]?.asks !== 'anyone' &&
			isOpenTo(doors[route] ?? { asks: 'anyone' }, role),
	)
	const missing = open.map(({ route }) => route).filter((route) => !links.includes(route))
	const others = missing.filter((route) => !['/desk/keys', '/desk/keys/epochs'].includes(route))
	// What stands below a room is reached from there.
	const left: string[] = []
	for (const route of others) {
		const room = links.find((link) => link !== '/desk' && route.startsWith(`${link}/`))
		const isLinked = room && (await (await get(room, cookie)).text()).includes(`href="${route}"`)
		if (!isLinked) left.push(route)
	}
	expect(left).toEqual([])
})
