import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { json } from 'node:stream/consumers'
import { sql } from 'kysely'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makeFolder } from '../../../../../../../tests/support/child.ts'
import { database, engines, type EngineName } from '../../../../../../../tests/support/database.ts'
import { openReferrals, secretAddress } from '../../../../../../../tests/support/referrals.ts'
import { noteSilence, sendDue } from '../../outbox/server/index.ts'
import { findReferral } from '../../server/index.ts'
import { createAwsWay, hearFromAws, type AskAws } from './index.ts'

/** A server that behaves as AWS writes: one report for a token, asked for by its id, only with a signature of the service. */
const startAws = async () => {
	const reports = new Map<string, { id: string; body: unknown; times: number }>()
	const world = { status: 'QUEUED', reasonCode: '', fails: [] as number[] }
	const server = createServer((request, response) => {
		const answer = (status: number, body: object) => {
			response.statusCode = status
			response.end(JSON.stringify(body))
		}
		const signed = /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/us-east-1\/abuse\/aws4_request/u
		const fails = world.fails.shift()
		if (fails !== undefined) return answer(fails, {})
		if (!signed.test(request.headers.authorization ?? '')) return answer(403, {})
		if (request.method === 'GET') {
			const known = [...reports.values()].some(({ id }) => request.url === `/v1/abuse/${id}`)
			return known ? answer(200, { status: world.status, reasonCode: world.reasonCode }) : answer(404, {})
		}
		void json(request).then((body) => {
			const { clientToken } = body as { clientToken: string }
			const one = reports.get(clientToken) ?? { id: `r${reports.size}`.padEnd(24, '0'), body, times: 0 }
			reports.set(clientToken, { ...one, times: one.times + 1 })
			answer(200, { reportId: one.id })
		})
	}).listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => void server.close())
	const { port } = server.address() as AddressInfo
	const asked: string[] = []
	const paths: string[] = []
	const ask: AskAws = ({ url, method, headers, body }) => {
		asked.push(new URL(url).hostname)
		paths.push(new URL(url).pathname)
		const here = `http://127.0.0.1:${port}${new URL(url).pathname}`
		return fetch(here, { method, headers, ...(method === 'GET' ? {} : { body }) })
	}
	return { reports, world, ask, asked, paths }
}

const begin = async (engine: EngineName, address = 'https://abuse.us-east-1.amazonaws.com/') => {
	const aws = await startAws()
	const dataDir = makeFolder()
	mkdirSync(join(dataDir, 'keys'))
	const put = (text: string) => writeFileSync(join(dataDir, 'keys', 'aws-abuse.json'), text, { mode: 0o600 })
	put(JSON.stringify({ region: 'us-east-1', accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'example' }))
	const options = { dataDir, ask: aws.ask, now: () => new Date() }
	const { kysely: db } = await database(engine)
	const world = await openReferrals(db, { 'xarf-http': createAwsWay(options) }, { channels: ['xarf-http'] })
	await sql`update partner_channel set address = ${address}`.execute(db)
	const look = async (id: string) => {
		const view = await findReferral(db, id)
		if (!view) throw new Error('no referral')
		return { ...view, state: view.referral.state, message: view.messages.at(-1) }
	}
	return { ...world, ...aws, db, put, look, hear: (most?: number) => hearFromAws(world.desk, options, most) }
}

describe.each(engines)('a referral to AWS on %s', (engine) => {
	test('is one report however often it is sent, and leaves no body', async () => {
		const { queue, desk, reports, asked, look, db } = await begin(engine)
		const { id, ref, message } = await queue()
		const dying = sendDue({
			...desk,
			reach: (point) => {
				if (point === 'sent') throw new Error('power cut')
			},
		})
		await expect(dying).rejects.toThrow('power cut')
		desk.pass(0.05)
		expect(await sendDue(desk)).toMatchObject({ tried: 1 })
		expect([...reports]).toMatchObject([
			[message, { times: 2, body: { correlationId: ref, report: { xarf: { url: secretAddress } } } }],
		])
		expect(new Set(asked)).toEqual(new Set(['abuse.us-east-1.amazonaws.com']))
		const { state, message: kept, referral } = await look(id)
		expect([state, kept?.state, referral.peer_ref]).toEqual(['sent', 'sent', 'r0'.padEnd(24, '0')])
		const { rows } = await sql`select 1 from referral_message where sealed_body is not null`.execute(db)
		expect(rows).toEqual([])
	})

	test.each([
		['ACTIONED', 'actioned', 'actioned'],
		['REVIEWED_NO_AWS_ACTION', 'not-actioned', 'not-actioned'],
		['CONTENT_DOWN_OR_INACCESSIBLE', 'already-gone', 'actioned'],
		['NOT_RESOLVABLE_TO_AWS', 'not-ours', 'not-actioned'],
		['NEED_MORE_INFORMATION', 'need-more', 'need-more'],
	])('that ends as %s has the outcome %s', async (reasonCode, outcome, wanted) => {
		const { queue, desk, world, look, hear } = await begin(engine)
		const { id } = await queue()
		await sendDue(desk)
		expect(await hear(), 'nobody has looked at it').toBe(0)
		Object.assign(world, { status: 'COMPLETED', reasonCode })
		expect(await hear()).toBe(1)
		const { state, referral } = await look(id)
		expect([referral.outcome, state]).toEqual([outcome, wanted])
		expect(await hear()).toBe(0)
	})

	test('that ends after its time is heard of still, whatever its end is called', async () => {
		const { queue, desk, world, look, hear } = await begin(engine)
		const { id } = await queue()
		await sendDue(desk)
		desk.pass(8 * 24)
		expect(await noteSilence(desk)).toEqual([id])
		expect(await hear()).toBe(0)
		Object.assign(world, { status: 'COMPLETED', reasonCode: 'SOMETHING_NEW' })
		for (const _ of [1, 2]) await hear()
		const { state, steps } = await look(id)
		expect(state).toBe('no-answer')
		expect(steps.filter(({ event }) => event === 'heard')).toMatchObject([{ code: 'SOMETHING_NEW' }])
		Object.assign(world, { reasonCode: 'ACTIONED' })
		expect(await hear()).toBe(1)
		expect((await look(id)).referral).toMatchObject({ state: 'actioned', outcome: 'actioned', told_at: null })
	})

	test('however many AWS never ends, each is asked about in its turn', async () => {
		const { queue, desk, asked, paths, hear } = await begin(engine)
		for (const _ of [1, 2, 3]) await queue()
		await sendDue(desk)
		asked.length = paths.length = 0
		for (const _ of [1, 2, 3]) {
			await hear(1)
			desk.pass(1)
		}
		expect(new Set(paths).size).toBe(3)
	})

	test('that ends by a code of tomorrow is for a person, once', async () => {
		const { queue, desk, world, look, hear } = await begin(engine)
		const { id } = await queue()
		await sendDue(desk)
		Object.assign(world, { status: 'COMPLETED', reasonCode: 'SOMETHING_NEW' })
		await hear()
		await hear()
		const { state, steps, referral } = await look(id)
		expect([state, referral.told_at]).toEqual(['sent', desk.now()])
		expect(steps.filter(({ event }) => event === 'heard')).toMatchObject([{ code: 'SOMETHING_NEW' }])
	})

	test.each([
		[503, 'queued', 'aws-later', 0],
		[400, 'rejected', 'aws-400', 0],
		[403, 'queued', 'aws-settings', 1],
	])('answered by %i', async (status, state, fault, told) => {
		const { queue, desk, world, look } = await begin(engine)
		const { id } = await queue()
		world.fails.push(status)
		expect((await sendDue(desk)).told).toHaveLength(told)
		const found = await look(id)
		expect([found.state, found.message?.fault]).toEqual([state, fault])
	})

	test('is told to a person where the key is of another form, and goes to no other host', async () => {
		const { queue, desk, put, look } = await begin(engine)
		const { id } = await queue()
		put('{}')
		expect((await sendDue(desk)).told).toEqual([id])
		expect((await look(id)).message?.fault).toBe('aws-settings')
		const other = await begin(engine, 'https://abuse.us-east-1.amazonaws.com.evil.example/')
		await expect(other.queue()).rejects.toMatchObject({ code: 'referral.no-channel' })
	})
})
