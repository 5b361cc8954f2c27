/**
 * The table of attacks, asked of the acts themselves on a database, before anything is built: an act that lets in the wrong person, or fails for
 * the right one, is found in seconds. `tests/e2e/attacks` asks the same of the product, through its door.
 */
import { isActionFailure, isHttpError, isRedirect, type Cookies } from '@sveltejs/kit'
import { sql } from 'kysely'
import { afterEach, expect, test, vi } from 'vitest'
import { AppError } from '#base'
import { roles, type StaffRole } from '#domains/people'
import { plantPlan } from '#domains/programme/plan/server'
import { setDatabase } from '#server/process/database'
import { doors, type Door, type Given, type Requester } from '../../../tests/e2e/attacks/doors.ts'
import { makeFolder } from '../../../tests/support/child.ts'
import { database } from '../../../tests/support/database.ts'
import { seedDesk } from '../../../tests/support/desk-seed.ts'
import { digestAll, listActs } from '../../../tests/support/state-digest.ts'
import { listDeskActs } from './addresses.ts'
import type { DeskAct, DeskEvent } from './desk-action.ts'

const origin = 'http://localhost'
const jar: Partial<Cookies> = { get: () => undefined, set: () => undefined, delete: () => undefined }
const cookies = jar as Cookies

const begin = async () => {
	const opened = await database('pglite')
	const dataDir = makeFolder()
	vi.stubEnv('DATA_DIR', dataDir)
	vi.stubEnv('LOG_LEVEL', 'error')
	setDatabase(opened)
	// As a start does it.
	await plantPlan({ db: opened.kysely, now: () => new Date() })
	const { people, cases } = await seedDesk(opened.kysely, { dataDir, origin })
	return { people, cases, db: opened.kysely, digest: () => digestAll(opened.kysely, dataDir) }
}
type World = Awaited<ReturnType<typeof begin>>

afterEach(() => vi.unstubAllEnvs())

const roleOf = (who: Requester): StaffRole =>
	who === 'owner' ? 'analyst' : who === 'spare' ? 'statistician' : who

const toEvent = (
	address: string,
	given: Given,
	{ door, who, minutesAgo = 0 }: { door: Door; who: Requester; minutesAgo?: number },
): DeskEvent => {
	const body = door.body(given)
	const url = new URL(origin + address.replace('[id]', given.id))
	const signedInAt = new Date(Date.now() - minutesAgo * 60_000)
	const staff = { id: given.people[who].id, name: who, roles: [roleOf(who)], language: 'fr' } as const
	return {
		url,
		cookies,
		params: { id: given.id, attachment: `${given.id}.1` },
		request: new Request(url, {
			method: 'POST',
			body: 'json' in body ? JSON.stringify(body.json) : new URLSearchParams(body),
		}),
		locals: {
			canaryDomain: undefined,
			staff: { ...staff, signedInAt, formToken: 't', sessionId: given.other },
		},
	}
}

/** One word for the end of an act, as `every-post.test.ts` says it. */
const run = async (act: DeskAct, event: DeskEvent): Promise<string> => {
	try {
		const done = await act(event)
		if (isActionFailure(done)) {
			const data: unknown = done.data
			const { refused } = data as { refused?: string }
			return done.status === 400 ? 'refused 400' : `refused ${done.status} ${refused ?? ''}`.trim()
		}
		if (!(done instanceof Response)) return 'done'
		const { refused } = { ...((await done.json()) as object) } as { refused?: string }
		return refused === undefined ? String(done.status) : `refused ${done.status} ${refused}`
	} catch (thrown) {
		if (isRedirect(thrown)) return thrown.location.includes('again') ? 'again' : 'moved'
		if (isHttpError(thrown) || thrown instanceof AppError) return String(thrown.status)
		throw thrown
	}
}

const tryAct = async (address: string, act: DeskAct, world: World): Promise<string[]> => {
	const door = doors[address]
	const [id = '', other = ''] = world.cases
	if (!door) throw new Error(`${address} has no example`)
	if (door.who === 'anyone') return []
	const given: Given = { id, other, people: world.people }
	const wrong: string[] = []
	const check = async (who: Requester, wanted: RegExp | string, minutesAgo = 0): Promise<void> => {
		const end = await run(act, toEvent(address, given, { door, who, minutesAgo }))
		if (typeof wanted === 'string' ? end !== wanted : !wanted.test(end))
			wrong.push(`${address} by ${who}: ${end}`)
	}
	const before = await world.digest()
	for (const role of roles) {
		const isRightful = door.who === 'staff' || door.who.includes(role)
		if (!isRightful) await check(role, '403')
		else if (door.onOthers && !door.onOthers.includes(role)) await check(role, /^(?:403|refused \d+ \S+)$/u)
		else if (door.whenStale === 'again') await check(role, 'again', 60)
	}
	if (JSON.stringify(await world.digest()) !== JSON.stringify(before))
		wrong.push(`${address}: changed something`)
	if (!door.rightly) return wrong
	const recorded = new Map(await listActs(world.db))
	// The public record is opened by the start of a process, which this one has not had.
	await check(door.rightly[0], address === '/desk/record?/verify' ? '404' : door.rightly[1])
	for (const [entry, kind] of await listActs(world.db))
		if (!recorded.has(entry) && !door.writes?.includes(kind))
			wrong.push(`${address}: left ${kind}, and does not say so`)
	return wrong
}

test('the digest that the table of attacks compares names the one table in which a row was changed', async () => {
	const { kysely } = await database('pglite')
	await sql`insert into setting (key, value, changed_at) values ('one', '{"at": 1}', now())`.execute(kysely)
	const before = await digestAll(kysely, makeFolder())
	await sql`update setting set value = '{"at": 2}' where key = 'one'`.execute(kysely)
	const after = await digestAll(kysely, makeFolder())
	expect(Object.keys(after).filter((name) => after[name] !== before[name])).toEqual(['setting'])
})

test('every act refuses whom it must, changes nothing then, and ends for the right person as the table says', async () => {
	const wrong: string[] = []
	const world = await begin()
	for (const [place, [address, act]] of Object.entries(listDeskActs()).entries())
		wrong.push(...(await tryAct(address, act, { ...world, cases: world.cases.slice(place) })))
	expect(wrong).toEqual([])
})
