import { expect, test } from 'vitest'
import { database } from '../../../../../tests/support/database.ts'
import {
	answers,
	makeBody,
	openTestReports,
	post,
	serveReports,
} from '../../../../../tests/support/reports.ts'

const open = async () => {
	let clock = new Date()
	const { kysely } = await database()
	const reports = await openTestReports({ kysely, now: () => clock })
	return {
		reports,
		origin: await serveReports(reports),
		passMinute: () => void (clock = new Date(clock.getTime() + 60_000)),
	}
}

test('a flood of danger is taken to the last report, and seen a minute later', async () => {
	const { reports, origin, passMinute } = await open()
	const bodies = await Promise.all(Array.from({ length: 34 }, () => makeBody(reports)))
	const sent = await Promise.all(bodies.map(async ({ body }) => (await post(origin, body)).status))
	expect(new Set(sent)).toEqual(new Set([201]))
	expect(reports.describeDanger()).toEqual({ lastMinute: 0, isAboveUsual: false })
	passMinute()
	expect(reports.describeDanger()).toEqual({ lastMinute: 30, isAboveUsual: true })
})

test('danger that came in clear is counted, what can wait and what was refused is not', async () => {
	const { reports, origin, passMinute } = await open()
	for (let report = 0; report < 10; report++) {
		const token = reports.intake.makeToken()
		const form = { answers: { ...answers, danger: 'now' as const }, locale: 'fr' as const }
		expect((await reports.intake.fileInClear({ ...form, token })).ok).toBe(true)
	}
	for (let report = 0; report < 10; report++)
		expect((await post(origin, (await makeBody(reports, { lane: 'normal' })).body)).status).toBe(201)
	for (let report = 0; report < 10; report++)
		expect((await post(origin, (await makeBody(reports)).body.slice(1))).status).toBe(400)
	passMinute()
	expect(reports.describeDanger()).toEqual({ lastMinute: 10, isAboveUsual: false })
})
