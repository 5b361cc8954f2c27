/** A page that is looked at changes nothing: each `load` of the desk is run on a database that refuses every write. */
import { isHttpError, isRedirect } from '@sveltejs/kit'
import { sql } from 'kysely'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { roles } from '#domains/people'
import { invite, type SignedIn } from '#domains/people/server'
import { plantPlan } from '#domains/programme/plan/server'
import { registerTrial } from '#domains/programme/trials/work/server'
import { setDatabase } from '#server/process/database'
import { openDeskOn } from '../../../tests/support/cases.ts'
import { makeFolder } from '../../../tests/support/child.ts'
import { database } from '../../../tests/support/database.ts'
import { seedPartners } from '../../../tests/support/desk-seed.ts'
import { addPartner } from '../../../tests/support/referrals.ts'
import { addRequestRow } from '../../../tests/support/preservation.ts'
import { addSession } from '../../../tests/support/sessions.ts'

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

const protocol: Parameters<typeof registerTrial>[1] = {
	topic: 'bullying',
	audience: 'teens',
	question: 'Does it help?',
	questionLanguage: 'en',
	primary: 'knowledge',
	primaryAt: 'w8',
	classesAnArm: 3,
	pupils: 30,
	icc: 0.063,
	sizeVariation: 0.3,
	effect: 0.3,
	valueSource: 'drand round 1',
	drawOn: '2027-11-26',
	publishOn: '2028-06-01',
	ethics: 'CE-1',
	region: undefined,
}

/** A desk with two cases, one of them of danger, a referral, a request to keep data and a campaign under the id of that one, a person who may do everything, and somebody who was invited. */
const begin = async () => {
	const opened = await database('pglite')
	vi.stubEnv('DATA_DIR', makeFolder())
	vi.stubEnv('LOG_LEVEL', 'error')
	setDatabase(opened)
	const desk = openDeskOn(opened.kysely)
	const [{ id }, invited] = [await desk.hire('Salma', 'supervisor'), await desk.hire('Amal', 'analyst')]
	const [of = ''] = await desk.receive(1, { lane: 'danger' })
	await desk.receive(1)
	await seedPartners(opened.kysely, [of], id)
	const partner = await addPartner(opened.kysely)
	await sql`insert into referral (id, ref, direction, case_id, partner, subject, urgency, tlp, state, at, changed)
		values (${of}, 'MA-2026-000001', 'out', ${of}, ${partner}, 'address', 'normal', 'amber', 'draft', ${now}, ${now})`.execute(
		opened.kysely,
	)
	await addRequestRow(opened.kysely, of)
	await sql`insert into campaign values (${of}, 'Exemple', null, '2027-02-01', '2027-02-14', 'teens', 'fr', 'sms', null, ${id}, ${now}, 1)`.execute(
		opened.kysely,
	)
	await addSession(opened.kysely, of, { id, roles })
	await plantPlan({ db: opened.kysely, now: () => now })
	const trial = await registerTrial({ db: opened.kysely, now: () => now }, protocol, {
		id,
		roles,
		region: undefined,
		isSecond: false,
	})
	const token = await invite(opened.kysely, invited.id, now)
	const staff: SignedIn = {
		id,
		roles,
		name: 'Salma',
		language: 'fr',
		signedInAt: now,
		formToken: 't',
		sessionId: 's',
	}
	return { db: opened.kysely, staff, trial, params: { id: of, token, epoch: '2026-11' } }
}

type World = Awaited<ReturnType<typeof begin>>

/** Ids of pages whose things have a kind of their own. */
const findOwnId = (path: string, trial: string): { id?: string } => {
	if (path.includes('/programme/actions/')) return { id: 'i1-a1' }
	return path.includes('/desk/trials/') ? { id: trial } : {}
}

/** Runs a load; what it refuses with says nothing of the database. */
const run = async (path: string, { staff, trial, params }: World): Promise<unknown> => {
	const { load, GET } = (await pages.find(([file]) => file === path)?.[1]()) ?? {}
	// A host of its own: who works here is opened once for each host, and with the database of that day.
	const url = new URL('http://loads.localhost/desk')
	const locals: App.Locals = { canaryDomain: undefined, staff, deskLanguage: 'fr' }
	const event = {
		url,
		params: { ...params, ...findOwnId(path, trial) },
		locals,
		request: new Request(url),
		route: { id: path },
		depends: () => {},
	}
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
