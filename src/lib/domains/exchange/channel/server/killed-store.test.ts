import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '#platform'
import { readPublicJwk, sealPayload } from '#tools/channels/sealed-payload'
import type { Tables } from '../../../../../server/process/database.ts'
import { shortLived } from '../../../../../../tests/support/child.ts'
import {
	addPartner,
	makeMessageId,
	note,
	signAs,
	type TestPartner,
} from '../../../../../../tests/support/partner-channel.ts'
import { makeFilledFolder } from '../../../../../../tests/support/ready-made.ts'

/** `THIQA_KILLS=200` makes so many kills in all, instead of one at each point. */
const points = ['opened', 'written', 'stored'] as const
const rounds = Math.max(1, Math.round(Number(process.env['THIQA_KILLS'] ?? 0) / points.length))

const onDatabase = async <Value>(
	dataDir: string,
	work: (db: Awaited<ReturnType<typeof openDatabase<Tables>>>['kysely']) => Promise<Value>,
): Promise<Value> => {
	const database = await openDatabase<Tables>({ dataDir, databaseUrl: undefined })
	try {
		return await work(database.kysely)
	} finally {
		await database.close()
	}
}

const startInbox = async (dataDir: string, point: string) => {
	const child = spawn(process.execPath, [...shortLived, 'tests/support/channel-child.ts', dataDir, point])
	const ended = once(child, 'close')
	let errors = ''
	child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
	const stop = async (): Promise<void> => {
		child.kill('SIGKILL')
		await ended
	}
	onTestFinished(stop)
	const first = await Promise.race([once(child.stdout, 'data'), ended.then(() => [errors])])
	return { origin: `http://127.0.0.1:${String(first[0]).trim()}`, ended, stop }
}

const getSealKey = async (origin: string): Promise<{ kid: string; key: CryptoKey }> => {
	const published = (await (await fetch(`${origin}/coop/v1/keys`)).json()) as {
		keys: { kid: string; crv: string }[]
	}
	const jwk = published.keys.find(({ crv }) => crv === 'X25519')
	const key = await readPublicJwk(JSON.stringify(jwk), 'X25519')
	if (!jwk || !key) throw new Error('no key to seal to')
	return { kid: jwk.kid, key }
}

const send = async (
	origin: string,
	{ partner, id, body }: { partner: TestPartner; id: string; body: Uint8Array<ArrayBuffer> },
) => {
	const url = `${origin}/coop/v1/inbox`
	const headers = await signAs(partner, { body, id, now: new Date(), url })
	return fetch(url, { method: 'POST', headers, body })
}

const killAndResend = async (point: string): Promise<void> => {
	const dataDir = await makeFilledFolder()
	const partner = await onDatabase(dataDir, (db) => addPartner(db, new Date()))
	const doomed = await startInbox(dataDir, point)
	const sign = { kid: partner.sign.kid, key: partner.sign.privateKey }
	const content = Buffer.from(JSON.stringify(note))
	const sealed = await sealPayload(content, { sign, seal: await getSealKey(doomed.origin) })
	const message = { partner, id: makeMessageId(), body: new TextEncoder().encode(sealed) }
	await expect(send(doomed.origin, message)).rejects.toThrow()
	await doomed.ended
	const next = await startInbox(dataDir, 'none')
	const answer = await send(next.origin, message)
	expect(answer.status).toBe(point === 'stored' ? 200 : 202)
	expect(await answer.json()).toMatchObject({ status: 'accepted', message: message.id })
	expect((await send(next.origin, message)).status).toBe(200)
	await next.stop()
	const found = await onDatabase(dataDir, async (db) => {
		const { rows } = await sql<{ effects: number; messages: number; acts: number }>`select
			(select count(*)::int from setting where key like 'effect %') as effects,
			(select count(*)::int from exchange_message) as messages,
			(select count(*)::int from act_record) as acts`.execute(db)
		return rows
	})
	expect(found).toEqual([{ effects: 1, messages: 1, acts: 1 }])
}

test.each(points)('a process killed when a message is %s: sent again, it has one effect', async (point) => {
	for (let round = 0; round < rounds; round++) await killAndResend(point)
})
