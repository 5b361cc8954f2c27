/** Whatever anybody says to the exchange stands in no line of the log, and in clear nowhere on the disk. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, openDatabase } from '#platform'
import { readPublicJwk, sealPayload } from '#tools/channels/sealed-payload'
import type { Tables } from '../../src/server/process/database.ts'
import { startAskedProduct, type AskedProduct } from '../support/asked-product.ts'
import { addPartner, signAs, type TestPartner } from '../support/partner-channel.ts'
import { makeMessageId, note, referral } from '../support/partner-keys.ts'
import { fillDataFolder } from '../support/ready-made.ts'
import { findInFiles, findInTables } from '../support/word-search.ts'

const drawn: string[] = []
/** The beginning of all words: one look finds any of them. */
const mark = 'canaryexchange'
/** A word that stands nowhere else in the world. */
const draw = (): string => {
	const word = `${mark}${randomBytes(8).toString('hex')}`
	drawn.push(word)
	return word
}

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-exchange-canaries-'))
const token = randomBytes(32).toString('base64url')
const basic = `Basic ${Buffer.from(`user:${token}`).toString('base64')}`
const statuses: number[] = []
let product: AskedProduct
let partner: TestPartner

beforeAll(async () => {
	await fillDataFolder(dataDir)
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	await migrate(database)
	const flows = 'referral-out,referral-in,indicators,hashes'
	partner = await addPartner(database.kysely, new Date(), { flows })
	const digest = createHash('sha256').update(token).digest('hex')
	await sql`update partner set kind = 'platform'`.execute(database.kysely)
	await sql`insert into partner_key (id, partner, use, kid, public, valid_from, brought_by, brought_at, verified_by)
		values (${randomUUID()}, ${partner.id}, 'token', ${digest}, ${digest}, '2026-01-01', ${randomUUID()}, now(), ${randomUUID()})`.execute(
		database.kysely,
	)
	await database.close()
	product = await startAskedProduct(dataDir, { THIQA_ROLES: 'exchange' })
})
afterAll(async () => {
	await product.stop('SIGKILL')
	rmSync(dataDir, { recursive: true, force: true })
})

/** Asks with a word in each header that programs send, or that somebody tries. */
const ask = async (path: string, { headers, ...init }: RequestInit = {}): Promise<Response> => {
	const answer = await fetch(product.origin + path, {
		redirect: 'manual',
		...init,
		headers: {
			'user-agent': draw(),
			referer: `https://${draw()}.example/`,
			cookie: `a=${draw()}`,
			'x-forwarded-for': draw(),
			'if-none-match': `"${draw()}"`,
			'x-request-id': draw(),
			from: draw(),
			range: `bytes=${draw()}`,
			'accept-language': draw(),
			...Object.fromEntries(new Headers(headers)),
		},
	})
	statuses.push(answer.status)
	return answer
}

type Published = { keys: { kid: string; crv: string }[] }

const sealAs = async (content: unknown): Promise<Uint8Array<ArrayBuffer>> => {
	const { keys } = (await (await ask('/coop/v1/keys')).json()) as Published
	const jwk = keys.find(({ crv }) => crv === 'X25519')
	const key = await readPublicJwk(JSON.stringify(jwk), 'X25519')
	if (!jwk || !key) throw new Error('the desk has no key to seal to')
	const sign = { kid: partner.sign.kid, key: partner.sign.privateKey }
	const sealed = await sealPayload(Buffer.from(JSON.stringify(content)), {
		sign,
		seal: { kid: jwk.kid, key },
	})
	return new TextEncoder().encode(sealed)
}

const post = async (content: unknown, change: Record<string, string> = {}): Promise<number> => {
	const [body, url] = [await sealAs(content), `${product.origin}/coop/v1/inbox`]
	const headers = await signAs(partner, { body, id: makeMessageId(), now: new Date(), url })
	return (await ask('/coop/v1/inbox', { method: 'POST', body, headers: { ...headers, ...change } })).status
}

const stix = (more: object) => ({
	type: 'indicator',
	spec_version: '2.1',
	id: `indicator--${randomUUID()}`,
	created: '2026-11-29T09:00:00.000Z',
	modified: '2026-11-29T09:00:00.000Z',
	pattern: `[domain-name:value = 'a.example']`,
	pattern_type: 'stix',
	valid_from: '2026-11-29T09:00:00Z',
	...more,
})

test('messages: what partners write, and what strangers put into each header', async () => {
	const more = (referral.body as { report: object }).report
	const said = { ...more, url: `https://${draw()}.example/`, [draw()]: draw(), reporter: { org: draw() } }
	expect(await post({ ...referral, body: { ...referral.body, report: said } })).toBe(202)
	expect(await post({ ...note, body: { text: draw() } })).toBe(202)
	expect(await post({ [draw()]: draw(), type: draw() }), 'set aside').toBe(202)
	expect(await post(draw()), 'set aside').toBe(202)
	for (const name of ['content-digest', 'signature', 'signature-input', 'idempotency-key', 'content-type'])
		expect(await post(note, { [name]: draw() }), name).toBeGreaterThanOrEqual(400)
	await ask(`/coop/v1/inbox?${draw()}=${draw()}`, { method: 'POST', body: draw() })
	expect((await ask(`/coop/answer/${draw()}`)).status, 'a page that says that the link is over').toBe(200)
	await ask(`/coop/answer/${draw()}`, {
		method: 'POST',
		body: new URLSearchParams({ code: draw(), note: draw(), [draw()]: draw() }),
		headers: { origin: product.origin },
	})
	await ask(`/coop/calendar/${draw()}.ics?${draw()}`)
})

test('lists: what is asked, and what is sent back besides what is offered', async () => {
	const as = { authorization: basic, accept: 'application/taxii+json;version=2.1' }
	const { collections } = (await (await ask('/taxii2/exchange/collections/', { headers: as })).json()) as {
		collections: { id: string; can_write: boolean }[]
	}
	const inbox = collections.find(({ can_write }) => can_write)?.id ?? ''
	const objects = [
		stix({ name: draw(), description: draw(), labels: [draw()], external_references: [{ url: draw() }] }),
		stix({ pattern: `[url:value = '${draw()}']` }),
		stix({ pattern: draw(), created_by_ref: draw() }),
		{ type: draw(), id: draw(), [draw()]: draw() },
		draw(),
	]
	const sent = await ask(`/taxii2/exchange/collections/${inbox}/objects/`, {
		method: 'POST',
		headers: { ...as, 'content-type': as.accept },
		body: JSON.stringify({ objects, [draw()]: draw() }),
	})
	expect(sent.status).toBe(202)
	const bearer = { authorization: `Bearer ${token}` }
	for (const [path, headers] of [
		[`/taxii2/${draw()}/?${draw()}`, as],
		[`/taxii2/exchange/collections/${draw()}/objects/${draw()}/`, as],
		[`/taxii2/exchange/collections/${inbox}/objects/?match[id]=${draw()}&next=${draw()}`, as],
		[`/taxii2/exchange/status/${draw()}/`, as],
		[`/feeds/${draw()}/manifest.json`, bearer],
		[`/feeds/partners/${draw()}.json`, bearer],
		[`/feeds/zone/${draw()}/${draw()}`, bearer],
		[`/v4/threatLists?key=${token}&${draw()}=${draw()}`, {}],
		[`/hashes/v1/FetchHashes?startTimestamp=0&nextPageToken=${draw()}`, bearer],
	] as const)
		await ask(path, { headers })
	for (const path of [
		'/hashes/v1/SubmitFeedback',
		'/v4/fullHashes:find',
		'/v4/threatListUpdates:fetch',
		'/taxii2/exchange/',
	])
		for (const body of [draw(), JSON.stringify({ hashFeedbacks: [{ hashValue: draw(), tags: [draw()] }] })])
			await ask(path, { method: 'POST', headers: { ...bearer, 'content-type': draw() }, body })
	for (const [name, value] of [
		['authorization', `Bearer ${draw()}`],
		['authorization', `Basic ${Buffer.from(`${draw()}\0:${draw()}`).toString('base64')}`],
		['ocp-apim-subscription-key', draw()],
		['x-goog-api-key', draw()],
	] as const)
		for (const path of ['/taxii2/', '/v4/threatLists', '/hashes/v1/FetchHashes', '/feeds/zone/amber'])
			expect((await ask(path, { headers: { [name]: value } })).status, `${path} ${name}`).toBe(401)
})

test('none of it is logged, no token either, and no fault of ours was met', async () => {
	expect(drawn.length).toBeGreaterThan(300)
	expect(statuses.filter((status) => status >= 500)).toEqual([])
	const secrets = [...drawn, token, basic]
	expect(secrets.filter((word) => product.said().includes(word))).toEqual([])
	expect(findInFiles(dataDir, [mark, token, basic])).toEqual([])
	await product.stop()
	expect(secrets.filter((word) => product.said().includes(word))).toEqual([])
})

test('none of it lies in clear in a file or a table; what is kept in clear is found', async () => {
	const secrets = [mark, token, basic]
	expect(findInFiles(dataDir, secrets)).toEqual([])
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	const db = database.kysely
	const messages = await sql<{ count: number }>`
		select count(*)::int as count from exchange_message where length(sealed) > 0`.execute(db)
	expect(messages.rows[0]?.count, 'messages were kept, sealed').toBeGreaterThanOrEqual(3)
	const feedback = await sql<{
		count: number
	}>`select count(*)::int as count from indicator_feedback`.execute(db)
	expect(feedback.rows[0]?.count, 'of objects their digests').toBeGreaterThanOrEqual(2)
	expect(await findInTables(db, secrets)).toEqual([])
	// The search finds what it is shown: the name of a key is no secret.
	expect(await findInTables(db, [partner.sign.kid])).toContain('partner_key')
	expect(findInFiles(dataDir, [partner.sign.kid])).not.toEqual([])
	await database.close()
})
