/** Sessions of the programme for tests: a desk on tables that have them, entries as a phone writes them. All are invented. */
import { randomUUID } from 'node:crypto'
import { listPlaces } from '../../src/lib/domains/programme/places/index.ts'
import type { Entry } from '../../src/lib/domains/programme/sessions/index.ts'
import type { SentEntry } from '../../src/lib/domains/programme/sessions/server/entry-rows.ts'
import { recordSession, toSent } from '../../src/lib/domains/programme/sessions/server/index.ts'
import type { SessionDesk } from '../../src/lib/domains/programme/sessions/server/session-tables.ts'
import type { Person, StaffRole } from '../../src/lib/domains/people/index.ts'
import { openDesk } from './cases.ts'
import { readLibrary } from './content.ts'
import type { EngineName } from './database.ts'

export type Values = NonNullable<Entry['values']>

export const makeValues = (more: Partial<Values> = {}): Values => ({
	held_on: '2026-11-20',
	province: 'MA-TAT',
	setting: 'college',
	audience: 'teens',
	language: 'ar',
	minutes: 50,
	lesson: 'true-or-trap',
	dose: 1,
	series: randomUUID(),
	band: '25-29',
	card: true,
	...more,
})

/** A chain of revisions of one session; `null` takes it back. */
export const makeChain = (all: readonly (Values | null)[], id: string = randomUUID()): SentEntry[] => {
	const chain: SentEntry[] = []
	for (const values of all) {
		const before = chain.at(-1)
		const link = { instance_id: id, revision: chain.length + 1, prev_sha256: before?.sha256 ?? null }
		chain.push(toSent({ ...link, form_version: 1, values }))
	}
	return chain
}

export const openSessions = async (engine: EngineName) => {
	const desk = await openDesk(engine)
	const at: SessionDesk & { picks: boolean } = {
		db: desk.db as never,
		now: desk.now,
		places: listPlaces(readLibrary().regions),
		picks: false,
		isPicked: () => at.picks,
	}
	const hire = async (role: StaffRole, region?: string): Promise<Person> => ({
		...(await desk.hire(`${role} ${randomUUID()}`, role)),
		region,
	})
	return { desk, at, hire, lead: await hire('programme-lead') }
}

/** A session with this id, written down by a person who may. */
export const addSession = async (db: SessionDesk['db'], id: string, by: Person): Promise<void> => {
	const places = listPlaces(readLibrary().regions)
	const desk: SessionDesk = { db, now: () => new Date(), places, isPicked: () => false }
	const held_on = new Date().toISOString().slice(0, 10)
	await recordSession(desk, { id, values: makeValues({ held_on }) }, by)
}
