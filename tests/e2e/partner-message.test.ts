/** A partner abroad sends to the product, over HTTP, as docs/exchange.md says. */
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { migrate, openDatabase } from '#platform'
import { verifyReceipt } from '#tools/channels/http-signature'
import { readPublicJwk, sealPayload } from '#tools/channels/sealed-payload'
import type { Tables } from '../../src/server/process/database.ts'
import { startAskedProduct, type AskedProduct } from '../support/asked-product.ts'
import { addPartner, signAs, type TestPartner } from '../support/partner-channel.ts'
import { makeMessageId, note, referral } from '../support/partner-keys.ts'
import { fillDataFolder } from '../support/ready-made.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'thiqa-partner-'))
let product: AskedProduct
let partner: TestPartner

beforeAll(async () => {
	await fillDataFolder(dataDir)
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	await migrate(database)
	partner = await addPartner(database.kysely, new Date())
	await database.close()
	product = await startAskedProduct(dataDir, { THIQA_ROLES: 'exchange' })
})
afterAll(async () => {
	await product.stop()
	rmSync(dataDir, { recursive: true, force: true })
})

type Published = { keys: { kid: string; crv: 'Ed25519' | 'X25519' }[] }

const findKey = async (crv: 'Ed25519' | 'X25519', kid?: string) => {
	const { keys } = (await (await fetch(`${product.origin}/coop/v1/keys`)).json()) as Published
	const jwk = keys.find((key) => key.crv === crv && (kid === undefined || key.kid === kid))
	const key = await readPublicJwk(JSON.stringify(jwk), crv)
	if (!jwk || !key) throw new Error('the desk has no such key')
	return { kid: jwk.kid, key }
}

const seal = async (content: unknown): Promise<Uint8Array<ArrayBuffer>> =>
	new TextEncoder().encode(
		await sealPayload(Buffer.from(JSON.stringify(content)), {
			sign: { kid: partner.sign.kid, key: partner.sign.privateKey },
			seal: await findKey('X25519'),
		}),
	)

const post = async (body: Uint8Array<ArrayBuffer>, id = makeMessageId()) => {
	const url = `${product.origin}/coop/v1/inbox`
	const headers = await signAs(partner, { body, id, now: new Date(), url })
	const answer = await fetch(url, { method: 'POST', headers, body })
	const content = Uint8Array.from(Buffer.from(await answer.arrayBuffer()))
	const receipt = { status: answer.status, headers: Object.fromEntries(answer.headers), body: content }
	const verified = await verifyReceipt(
		receipt,
		{ method: 'POST', url, headers },
		async (kid) => (await findKey('Ed25519', kid)).key,
	)
	const said = JSON.parse(Buffer.from(content).toString()) as Record<string, unknown>
	return { status: answer.status, headers: answer.headers, said, isProof: verified.ok, content }
}

test('a referral is taken once, with a receipt that proves it', async () => {
	const [body, id] = [await seal(referral), makeMessageId()]
	const first = await post(body, id)
	expect([first.status, first.said['status'], first.isProof]).toEqual([202, 'accepted', true])
	expect(first.headers.get('cache-control')).toBe('no-store')
	const again = await post(body, id)
	expect([again.status, again.isProof]).toEqual([200, true])
	expect(again.content).toEqual(first.content)
})

test('a message may have 10 MiB, and no more; another address takes what it took before', async () => {
	const long = await post(await seal({ ...note, body: { text: 'x'.repeat(5_500_000) } }))
	expect([long.status, long.said['status'], long.said['why']]).toEqual([202, 'quarantined', 'message.schema'])
	const tooLong = await post(new Uint8Array(10 * 1024 * 1024 + 1))
	expect([tooLong.status, tooLong.said['code']]).toEqual([413, 'too-long'])
	const other = await fetch(`${product.origin}/coop/v1/keys`, { method: 'POST', body: 'x' })
	expect(other.status).toBe(405)
})

test('a message that does not say its length is cut off where the limit ends', async () => {
	const { port } = new URL(product.origin)
	const headers = await signAs(partner, {
		body: new Uint8Array(1),
		id: makeMessageId(),
		now: new Date(),
		url: `${product.origin}/coop/v1/inbox`,
	})
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
	const socket = connect(Number(port), '127.0.0.1')
	socket.write(
		['POST /coop/v1/inbox HTTP/1.1', `host: 127.0.0.1:${port}`, 'transfer-encoding: chunked', ...lines].join(
			'\r\n',
		) + '\r\n\r\n',
	)
	const heard = new Promise<string>((resolve) => {
		socket.once('data', (data: Buffer) => resolve(data.toString()))
		socket.once('error', () => resolve('closed'))
	})
	const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(1 << 20), Buffer.from('\r\n')])
	for (let count = 0; count < 11; count++) socket.write(chunk)
	socket.write('0\r\n\r\n')
	expect(await heard).toMatch(/^HTTP\/1\.1 413 /u)
	socket.destroy()
})

test('who is not recognised hears so in words for an engineer, and nothing of it is in the log', async () => {
	const body = await seal(note)
	const stranger = { ...partner, sign: { ...partner.sign, kid: 'nobody-known' } }
	const url = `${product.origin}/coop/v1/inbox`
	const headers = await signAs(stranger, { body, id: makeMessageId(), now: new Date(), url })
	const answer = await fetch(url, { method: 'POST', headers, body })
	expect([answer.status, answer.headers.get('content-type')]).toEqual([401, 'application/problem+json'])
	expect(answer.headers.get('date')).not.toBeNull()
	expect(await answer.json()).toMatchObject({ code: 'not-recognised', status: 401 })
	const said = product.said()
	expect(said).toContain('/(exchange)/coop/v1/inbox')
	for (const secret of [partner.id, partner.sign.kid, 'nobody-known', 'bad.example', 'FR-2026', 'sha-256'])
		expect(said).not.toContain(secret)
})
