import { expect, test } from 'vitest'
import { database } from '../../../../../tests/support/database.ts'
import {
	answers,
	cheapArgon2id,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../tests/support/reports.ts'
import { openReceipt, signChallenge } from '../mailbox/index.ts'

const start = new Date('2026-03-15T10:30:00Z')
const hour = 3_600_000
const jumps = [-24, -1, 1, 24].map((hours) => hours * hour)

const open = async () => {
	let clock = start
	const { kysely } = await database()
	const reports = await openTestReports({ kysely, now: () => clock })
	return {
		reports,
		origin: await serveReports(reports),
		jump: (milliseconds: number) => {
			clock = new Date(start.getTime() + milliseconds)
		},
	}
}

test.each(jumps)('a form that was open while the clock jumped by %i ms is sent in the end', async (jump) => {
	const { reports, origin, jump: set } = await open()
	const { token, challenge } = await reports.intake.makeChallenge(reports.intake.makeToken())
	set(jump)
	const { status, answer } = await post(origin, (await makeBody(reports, { token })).body)
	if (status === 201) return
	expect([status, answer]).toEqual([422, { code: 'token.too-old' }])
	// What the page does then: it asks again with the token it has, and gets another one and other work.
	const again = await reports.intake.makeChallenge(token)
	expect(again.token).not.toBe(token)
	expect(JSON.stringify(again.challenge)).not.toBe(JSON.stringify(challenge))
	expect((await post(origin, (await makeBody(reports, { token: again.token })).body)).status).toBe(201)
})

test.each(jumps)(
	'a form without script, and a clock that jumped by %i ms: a new page is good at once',
	async (jump) => {
		const { reports, jump: set } = await open()
		const form = { answers: { ...answers, danger: 'now' as const }, locale: 'fr' as const }
		const token = reports.intake.makeToken()
		set(jump)
		const filed = await reports.intake.fileInClear({ ...form, token })
		expect(filed.ok || filed.code).toBe(jump === hour ? true : 'token.too-old')
		const next = await reports.intake.fileInClear({ ...form, token: reports.intake.makeToken() })
		expect(next.ok).toBe(true)
	},
)

test('a challenge of a mailbox is over after a jump forward, and a new one opens it', async () => {
	const { reports, origin, jump: set } = await open()
	const { body, code, lookup } = await makeBody(reports)
	expect((await post(origin, body)).status).toBe(201)
	const { secrets, keys } = await openReceipt(code, cheapArgon2id)
	const mark = Buffer.from(keys.mark).toString('base64url')
	const look = async (challenge: string): Promise<boolean> => {
		const signature = await signChallenge(challenge, secrets)
		return (await reports.mailbox.open({ lookup, challenge, signature })).includes(mark)
	}
	const before = reports.mailbox.challenge(lookup)
	expect(await look(before)).toBe(true)
	for (const jump of [hour, 24 * hour]) {
		set(jump)
		expect(await look(before)).toBe(false)
		expect(await look(reports.mailbox.challenge(lookup))).toBe(true)
	}
	for (const jump of [-hour, -24 * hour]) {
		set(jump)
		expect(await look(reports.mailbox.challenge(lookup))).toBe(true)
	}
})
