import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { sql } from 'kysely'
import { tlpLevels } from '#domains/exchange/partners'
import {
	decideBatch,
	proposeIndicators,
	withdrawIndicator,
} from '#domains/exchange/indicators/proposals/server'
import { secondAfter } from '#domains/people'
import { setDatabase } from '#server/process/database'
import { toBase64 } from '#base'
import { hashExpression } from '#tools/indicators/hash-prefixes/addresses'
import { openDeskOn } from '../../../../tests/support/cases.ts'
import { database } from '../../../../tests/support/database.ts'
import { addExchangePartner } from '../../../../tests/support/exchange-partners.ts'
import { openPrefixClient, type Update } from '../../../../tests/support/prefix-client.ts'
import { answerFeed, answerZone } from './indicator-feeds.ts'
import { answerFeedback, answerPage } from './indicator-hashes.ts'
import { answerHashes, answerLists, answerUpdates } from './indicator-prefixes.ts'
import { toFile, type Asking } from './indicator-views.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-views-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

const pdq = 'ab'.repeat(32)
const list = { threatType: 'SOCIAL_ENGINEERING', platformType: 'ANY_PLATFORM', threatEntryType: 'URL' }
const zoneOf = (tlp: string) => (asking: Asking) =>
	answerZone(asking, tlp, async (zone, known) => toFile(asking, (await zone.getZone(known)).text, 'text/dns'))

/** Every address, what is sent to it, and what answers there. */
const addresses: Record<string, { body?: object; answer: (asking: Asking) => Promise<Response> }> = {
	'/feeds/partners/manifest.json': {
		answer: (asking) => answerFeed(asking, 'partners', ({ manifest }) => manifest),
	},
	'/feeds/isps/manifest.json': { answer: (asking) => answerFeed(asking, 'isps', ({ manifest }) => manifest) },
	...Object.fromEntries(tlpLevels.map((tlp) => [`/feeds/zone/${tlp}`, { answer: zoneOf(tlp) }])),
	'/v4/threatLists': { answer: answerLists },
	'/v4/threatListUpdates:fetch': { body: { listUpdateRequests: [list] }, answer: answerUpdates },
	'/v4/fullHashes:find': { body: { threatInfo: { threatEntries: [] } }, answer: answerHashes },
	'/hashes/v1/FetchHashes': { answer: answerPage },
	'/hashes/v1/SubmitFeedback': {
		body: { hashFeedbacks: [{ hashValue: pdq, feedbackValue: 'Blocked' }] },
		answer: answerFeedback,
	},
}

const ask = (path: string, headers: Record<string, string> = {}, sent?: object): Promise<Response> => {
	const url = new URL(path, 'https://www.thiqa.example')
	const { answer, body } = addresses[url.pathname] ?? {}
	if (!answer) throw new Error(`nothing answers at ${path}`)
	const content = sent ?? body
	const init = content ? { method: 'POST', body: JSON.stringify(content) } : {}
	return answer({ request: new Request(url, { ...init, headers }), url })
}
const basic = (name: string) => ({ authorization: `Basic ${btoa(`${name}:secret of ${name}`)}` })

const open = async () => {
	vi.stubEnv('ORIGIN', 'https://www.thiqa.example')
	vi.stubEnv('DATA_DIR', dataDir)
	const opened = await database()
	setDatabase(opened)
	const db = opened.kysely
	const desk = openDeskOn(db)
	const [amal, hind] = [await desk.hire('Amal', 'analyst'), await desk.hire('Hind', 'analyst')]
	await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
		values (gen_random_uuid(), ${hind.id}, 'credential', ${hind.id}, 'x', ${new Date(0)}, ${new Date(0)})`.execute(
		db,
	)
	for (const [name, terms] of Object.entries({
		cert: { kind: 'cert' },
		isp: { kind: 'isp' },
		'isp-green': { kind: 'isp', tlpMost: 'green' },
		platform: { kind: 'platform' },
		'platform-hashes': { kind: 'platform', flows: ['hashes'] },
		suspended: { kind: 'cert', state: 'suspended' },
		over: { kind: 'isp', agreedTo: '2026-02-01' },
		revoked: { kind: 'cert', isRevoked: true },
	} as const))
		await addExchangePartner(opened, name, terms)
	const items = [
		{ kind: 'domain', value: 'blocked.example' },
		{ kind: 'pdq', value: pdq },
	] as const
	const terms = {
		audiences: ['partners', 'isps', 'browsers', 'platforms'],
		tlp: 'green',
		pap: 'green',
	} as const
	const { batch = '' } = await proposeIndicators(
		db,
		{ items, terms, never: new Set() },
		{ person: amal, now: desk.now() },
	)
	await decideBatch(db, { batch, grants: true, wait: secondAfter }, { person: hind, now: desk.now() })
	const withdraw = async (value: string) => {
		const { id } = await db
			.selectFrom('indicator')
			.select('id')
			.where('value', '=', value)
			.executeTakeFirstOrThrow()
		await withdrawIndicator(db, { id, reason: 'appeal', by: amal.id, now: desk.now() })
	}
	return { withdraw }
}

const feeds = ['/feeds/partners/manifest.json']
const prefixes = ['/v4/threatLists', '/v4/threatListUpdates:fetch', '/v4/fullHashes:find']
const hashes = ['/hashes/v1/FetchHashes', '/hashes/v1/SubmitFeedback']
const zones = (count: number) => tlpLevels.slice(0, count).map((tlp) => `/feeds/zone/${tlp}`)

test('every address, asked by every partner and by nobody: what is not for a partner does not exist for it', async () => {
	await open()
	const may: Record<string, readonly string[]> = {
		cert: feeds,
		isp: zones(3),
		'isp-green': zones(2),
		platform: [...prefixes, ...hashes],
		'platform-hashes': hashes,
		over: [],
	}
	for (const [name, allowed] of Object.entries(may))
		for (const path of Object.keys(addresses)) {
			const answer = await ask(path, basic(name))
			expect(answer.status, `${name} at ${path}`).toBe(allowed.includes(path) ? 200 : 404)
			if (answer.status === 404) expect(await answer.text()).toBe('there is nothing here\n')
		}
	for (const headers of [
		{},
		basic('nobody'),
		basic('revoked'),
		basic('suspended'),
		{ authorization: 'Basic !' },
		{ authorization: 'Basic' },
	])
		for (const path of Object.keys(addresses)) {
			const answer = await ask(path, headers)
			expect([answer.status, answer.headers.get('cache-control')], path).toEqual([401, 'no-store'])
			expect(answer.headers.get('www-authenticate')).toMatch(/^Basic /u)
		}
})

test('each dialect shows the secret in its own way; an address carries one for Safe Browsing only', async () => {
	await open()
	const secret = 'secret of platform'
	const shown = [
		await ask('/hashes/v1/FetchHashes', { 'ocp-apim-subscription-key': secret, 'x-functions-key': 'any' }),
		await ask('/v4/threatLists', { 'x-goog-api-key': secret }),
		await ask(`/v4/threatLists?key=${encodeURIComponent(secret)}`),
		await ask(`/hashes/v1/FetchHashes?key=${encodeURIComponent(secret)}`),
	]
	expect(shown.map(({ status }) => status)).toEqual([200, 200, 200, 401])
})

test('a file that a client has is not sent again, and is another once something is withdrawn', async () => {
	const { withdraw } = await open()
	for (const [name, path] of [
		['cert', '/feeds/partners/manifest.json'],
		['isp', '/feeds/zone/green'],
	] as const) {
		const first = await ask(path, basic(name))
		const etag = first.headers.get('etag') ?? ''
		expect(etag).toMatch(/^"[\w-]{43}"$/u)
		const again = await ask(path, { ...basic(name), 'if-none-match': `"other", ${etag}` })
		expect([again.status, await again.text(), again.headers.get('etag')]).toEqual([304, '', etag])
	}
	const before = (await ask('/feeds/partners/manifest.json', basic('cert'))).headers.get('etag') ?? ''
	await withdraw('blocked.example')
	const after = await ask('/feeds/partners/manifest.json', { ...basic('cert'), 'if-none-match': before })
	expect(after.status).toBe(200)
	expect(await (await ask('/feeds/zone/green', basic('isp'))).text()).not.toContain('blocked.example')
})

test('a filter follows the list and asks for full digests; what is withdrawn is in neither', async () => {
	const { withdraw } = await open()
	const client = openPrefixClient()
	const update = async (): Promise<void> => {
		const state = client.getState()
		const asked = { ...list, ...(state ? { state } : {}), constraints: { supportedCompressions: ['RICE'] } }
		const answer = await ask('/v4/threatListUpdates:fetch', basic('platform'), {
			listUpdateRequests: [asked],
		})
		const { listUpdateResponses } = (await answer.json()) as { listUpdateResponses: Update[] }
		for (const one of listUpdateResponses) client.apply(one)
	}
	const find = async (): Promise<number> => {
		const hash = toBase64(hashExpression('blocked.example/').subarray(0, 4))
		const threatInfo = { threatTypes: [list.threatType], threatEntries: [{ hash }] }
		const answer = await ask('/v4/fullHashes:find', basic('platform'), { threatInfo })
		return ((await answer.json()) as { matches: object[] }).matches.length
	}
	await update()
	expect([client.suspect('http://www.blocked.example/a').length, await find()]).toEqual([1, 1])
	await withdraw('blocked.example')
	await update()
	expect([client.suspect('http://www.blocked.example/a').length, await find()]).toEqual([0, 0])
})

test('a platform learns that a digest is withdrawn, and its feedback is kept', async () => {
	const { withdraw } = await open()
	const fetchAll = async () => {
		const answer = await ask('/hashes/v1/FetchHashes?startTimestamp=10&pageSize=800', basic('platform'))
		const { hashRecords } = (await answer.json()) as {
			hashRecords: { hashValue: string; hashStatus: string }[]
		}
		return hashRecords.map(({ hashValue, hashStatus }) => `${hashValue.slice(0, 4)} ${hashStatus}`)
	}
	expect(await fetchAll()).toEqual(['abab Active'])
	expect(await (await ask('/hashes/v1/SubmitFeedback', basic('platform'))).json()).toEqual({ count: 1 })
	await withdraw(pdq)
	expect(await fetchAll()).toEqual(['abab Withdrawn'])
})

test.each([
	['/v4/threatListUpdates:fetch', {}],
	['/v4/fullHashes:find', { threatInfo: 7 }],
	['/hashes/v1/SubmitFeedback', { hashFeedbacks: [] }],
	['/hashes/v1/FetchHashes?pageSize=many', undefined],
])('what is asked wrongly at %s is answered with what was wanted', async (path, body) => {
	await open()
	const answer = await ask(path, basic('platform'), body)
	expect([answer.status, answer.headers.get('cache-control')]).toEqual([400, 'no-store'])
	expect(await answer.text()).toMatch(/^(?:wanted|pageSize)/u)
})
