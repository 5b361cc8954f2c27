/** The person who agrees to roles: at every desk of a journey somebody beside the one who gives them. */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { Page } from 'playwright-core'
import { addPerson, openPeople } from '../../src/lib/domains/people/server/index.ts'
import type { Tables } from '../../src/server/process/database.ts'
import { enrolByPasskey } from './desk.ts'

/** Agrees to every role that waits. */
export type AgreeToRoles = () => Promise<void>

const headersOf = (cookie: string, origin: string) => ({ cookie, origin, accept: 'text/html' })

/** A colleague with the role of the keys, enrolled two days ago and signed in. Answer: how they agree at their page. */
export const seatSecond = async (
	kysely: Kysely<Tables>,
	{ dataDir, origin }: { dataDir: string; origin: string },
): Promise<AgreeToRoles> => {
	const people = await openPeople({ kysely, dataDir, origin, now: () => new Date() })
	const id = await addPerson(
		people.db,
		{ name: 'Collègue', roles: ['key-officer'], language: 'fr' },
		new Date(),
	)
	const since = new Date(Date.now() - 2 * 86_400_000)
	await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
		values (${randomUUID()}, ${id}, 'credential', ${id}, 'x', ${since}, ${since})`.execute(kysely)
	const asked = { body: { personId: id }, headers: new Headers(), returnHeaders: true } as const
	const cookie = (await people.auth.api.openSession(asked)).headers.getSetCookie()[0]?.split(';')[0] ?? ''
	return async () => {
		const headers = headersOf(cookie, origin)
		const page = await (await fetch(`${origin}/desk/people`, { headers })).text()
		const asks = [...page.matchAll(/name="ask" value="([^"]+)"/gu)].map(([, ask = '']) => ask)
		if (asks.length === 0) throw new Error('no role waits for a second person')
		for (const ask of asks) {
			const body = new URLSearchParams({ ask, grants: 'yes' })
			const answer = await fetch(`${origin}/desk/people?/decide`, { method: 'POST', headers, body })
			if (answer.status !== 200) throw new Error(`agreeing to roles: ${answer.status}`)
		}
	}
}

/** Enrols somebody whose role another person agrees to then; ends where their work begins. */
export const enrolColleague = async (page: Page, invitation: string, agree: AgreeToRoles): Promise<void> => {
	await enrolByPasskey(page, invitation)
	await agree()
	await page.goto('/desk', { waitUntil: 'networkidle' })
}
