/** Attacks on the inbox: strangers and partners that would keep other partners out, and content that only looks like a message. */
import { describe, expect, test } from 'vitest'
import { engines } from '../../../../../../tests/support/database.ts'
import {
	addPartner,
	channelStart,
	countMessages,
	inboxUrl,
	makeMessageId,
	note,
	openInbox,
	sealAs,
	signAs,
	toRefusal,
	type TestPartner,
} from '../../../../../../tests/support/partner-channel.ts'
import { listMessages } from './index.ts'

const scarce = { perSecond: 0, burst: 3 }
const longest = String(10 * 1024 * 1024)

/** The same name of a key, and a secret half of their own. */
const impersonate = (partner: TestPartner, other: TestPartner): TestPartner => ({
	...partner,
	sign: { ...other.sign, kid: partner.sign.kid },
})

describe.each(engines)('attacks on the inbox of partners on %s', (engine) => {
	test('who claims the key of a partner without having it does not use up its requests', async () => {
		const { send, db, partner } = await openInbox(engine, { budget: scarce })
		expect((await send(partner, note)).answer.status).toBe(202)
		const forger = impersonate(partner, await addPartner(db, channelStart))
		for (let nth = 0; nth < 10; nth++)
			expect(toRefusal((await send(forger, note)).answer)).toEqual([401, 'not-recognised'])
		expect((await send(partner, note)).answer.status).toBe(202)
	})

	test('a flood of strangers keeps no partner out that has not written since the start', async () => {
		const { send, partner } = await openInbox(engine, { budget: scarce })
		const said = []
		for (let nth = 0; nth < 10; nth++) {
			const stranger = { ...partner, sign: { ...partner.sign, kid: `nobody-${nth}` } }
			said.push(toRefusal((await send(stranger, note)).answer)[0])
		}
		expect(said.slice(0, 3), 'as long as there is something left').toEqual([401, 401, 401])
		expect(new Set(said.slice(3))).toEqual(new Set([429]))
		expect((await send(partner, note)).answer.status).toBe(202)
	})

	test('who signs wrongly is answered before a byte of the content is waited for', async () => {
		const { receive, send, keys, db, partner } = await openInbox(engine)
		const forger = impersonate(partner, await addPartner(db, channelStart))
		const body = await sealAs(partner, keys, note)
		let asked = 0
		for (let nth = 0; nth < 10; nth++) {
			const id = makeMessageId(channelStart)
			const headers = await signAs(forger, { body, id, now: channelStart })
			const answer = await receive({
				method: 'POST',
				url: inboxUrl,
				headers: { ...headers, 'content-length': longest },
				readBody: () => {
					asked += 1
					return Promise.resolve(undefined)
				},
			})
			expect(toRefusal(answer)).toEqual([401, 'not-recognised'])
		}
		expect(asked).toBe(0)
		expect((await send(partner, note)).answer.status).toBe(202)
	})

	test('a partner that sends slowly and much leaves room for the others', async () => {
		const { receive, send, keys, db, partner } = await openInbox(engine)
		const other = await addPartner(db, channelStart)
		const body = await sealAs(partner, keys, note)
		const ends: (() => void)[] = []
		const post = async () => {
			const id = makeMessageId(channelStart)
			const headers = await signAs(partner, { body, id, now: channelStart })
			return new Promise<'waits' | number>((resolve, reject) => {
				receive({
					method: 'POST',
					url: inboxUrl,
					headers: { ...headers, 'content-length': longest },
					readBody: () =>
						new Promise((end) => {
							ends.push(() => end(body))
							resolve('waits')
						}),
				}).then(({ status }) => resolve(status), reject)
			})
		}
		const said = []
		for (let nth = 0; nth < 8; nth++) said.push(await post())
		expect(said).toEqual(['waits', 'waits', 'waits', 503, 503, 503, 503, 503])
		expect((await send(other, note)).answer.status).toBe(202)
		for (const end of ends) end()
		await expect.poll(() => countMessages(db)).toBe(4)
		expect((await send(partner, note)).answer.status).toBe(202)
	})

	test('a name of a key that no database can hold is set aside as any other unknown one', async () => {
		const { post, keys, db, partner } = await openInbox(engine)
		for (const kid of ['a\u0000b', "' or 1=1 --", '../../keys/exchange-sign-1', '__proto__']) {
			const signed = { ...partner, sign: { ...partner.sign, kid } }
			const body = await sealAs(signed, keys, note)
			const id = makeMessageId(channelStart)
			const answer = await post(await signAs(partner, { body, id, now: channelStart }), body)
			expect(answer.status, JSON.stringify(kid)).toBe(202)
		}
		const aside = await listMessages(db, 'quarantined')
		expect(new Set(aside.map(({ why }) => why))).toEqual(new Set(['payload.sign-key']))
		expect(aside).toHaveLength(4)
	})
})
