/** A page that is looked at changes nothing: each `load` of the desk is run on a database that refuses every write. */
import { isHttpError, isRedirect } from '@sveltejs/kit'
import { sql } from 'kysely'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { roles } from '#domains/people'
import { invite, type SignedIn } from '#domains/people/server'
import { setDatabase } from '#server/process/database'
import { openDeskOn } from '../../../tests/support/cases.ts'
import { makeFolder } from '../../../tests/support/child.ts'
import { database } from '../../../tests/support/database.ts'

type Event = {
	url: URL
	params: Record<string, string>
	locals: App.Locals
	request: Request
	route: { id: string }
	depends: () => void
}
type Page = { load?: (event: Event) => unknown; GET?: (event: Event) => unknown }

const pages = Object.entries(
	import.meta.glob<Page>([
		'/src/routes/*/desk/**/*page.server.ts',
		'/src/routes/*/desk/**/*layout.server.ts',
		'/src/routes/*/desk/queue/waiting/*server.ts',
	]),
)

const now = new Date()

/** A desk with two cases, one of them of danger, a person who may do everything, and somebody who was invited. */
const begin = async () => {
	const opened = await database('pglite')
	vi.stubEnv('DATA_DIR', makeFolder())
	vi.stubEnv('LOG_LEVEL', 'error')
	setDatabase(opened)
	const desk = openDeskOn(opened.kysely)
	const [{ id }, invited] = [await desk.hire('Salma', 'supervisor'), await desk.hire('Amal', 'analyst')]
	const [of = ''] = await desk.receive(1, { lane: 'danger' })
	await desk.receive(1)
	const token = await invite(opened.kysely, invited.id, now)
	const staff: SignedIn = {
		...{ id, roles, name: 'Salma', language: 'fr', signedInAt: now, formToken: 't', sessionId: 's' },
	}
	return { db: opened.kysely, staff, params: { id: of, token, epoch: '2026-11' } }
}

/** Runs a load; what it refuses with says nothing of the database. */
const run = async (path: string, { staff, params }: Awaited<ReturnType<typeof begin>>): Promise<unknown> => {
	const { load, GET } = (await pages.find(([file]) => file === path)?.[1]()) ?? {}
	// A host of its own: who works here is opened once for each host, and with the database of that day.
	const url = new URL('http://loads.localhost/desk')
	const locals: App.Locals = { canaryDomain: undefined, staff, deskLanguage: 'fr' }
	const event = { url, params, locals, request: new Request(url), route: { id: path }, depends: () => {} }
	try {
		return await (load ?? GET)?.(event)
	} catch (refusal) {
		// Who is signed in is led on from where one signs in.
		if (isRedirect(refusal) && path.includes('/sign-in/')) return undefined
		if (isHttpError(refusal)) return expect.fail(`${path}: ${refusal.status} ${refusal.body.message}`)
		throw refusal
	}
}

afterEach(() => vi.unstubAllEnvs())

test('every load of the desk is run, and none writes', async () => {
	const world = await begin()
	// Some make a file of a key at their first time, in the folder and not in the database.
	for (const [path] of pages) await run(path, world)
	const set = (mode: string) => sql`set default_transaction_read_only = ${sql.lit(mode)}`.execute(world.db)
	onTestFinished(async () => void (await set('off')))
	await set('on')
	await expect(invite(world.db, world.staff.id, now), 'the database refuses').rejects.toThrow(/read-only/u)
	for (const [path] of pages) await run(path, world)
	expect(pages.length).toBeGreaterThan(15)
})
