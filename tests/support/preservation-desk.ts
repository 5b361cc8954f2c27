/** A desk at which requests to keep data are drafted, transmitted and followed, for tests of their stores. Everybody is invented. */
import type { Person } from '../../src/lib/domains/people/index.ts'
import { linkAuthority } from '../../src/lib/domains/exchange/preservation/authorities/server/index.ts'
import type { PreservationEvent } from '../../src/lib/domains/exchange/preservation/moves.ts'
import {
	draftRequest,
	type NewRequest,
} from '../../src/lib/domains/exchange/preservation/server/draft-store.ts'
import { moveRequest } from '../../src/lib/domains/exchange/preservation/server/move-store.ts'
import type { PreservationDatabase } from '../../src/lib/domains/exchange/preservation/server/preservation-tables.ts'
import { findRequest } from '../../src/lib/domains/exchange/preservation/server/request-store.ts'
import { openDesk } from './cases.ts'
import type { EngineName } from './database.ts'
import { addPartner, giveKey, makeDraft } from './preservation.ts'

/** A desk with everybody who has to do with requests to keep data, and what they do there. Days pass by `desk.pass`. */
export const openRequests = async (engine: EngineName) => {
	const desk = await openDesk(engine)
	const db: PreservationDatabase = desk.db as never
	const [analyst, supervisor] = [await desk.hire('Amal', 'analyst'), await desk.hire('Hind', 'supervisor')]
	const liaison = await desk.hire('Salma', 'liaison')
	const [authority, other] = [await desk.hire('Nour', 'authority'), await desk.hire('Idir', 'authority')]
	const partner = await addPartner(db)
	for (const { id } of [analyst, supervisor, liaison, authority, other]) await giveKey(db, id)
	const at = { db, now: desk.now }
	await linkAuthority(at, { person: authority.id, partner, capacity: 'art35' }, supervisor)
	const elsewhere = await addPartner(db, 'central-authority')
	await linkAuthority(at, { person: other.id, partner: elsewhere, capacity: 'central-authority' }, supervisor)
	const draft = (more: Partial<NewRequest> = {}, by: Person = analyst) =>
		draftRequest(at, { ...makeDraft(partner, [by, authority]), ...more }, by)
	const see = async (id: string, by: Person = supervisor) => {
		const found = await findRequest(db, id, by)
		if (!found) throw new Error('not seen')
		return found
	}
	const move = async (id: string, event: Exclude<PreservationEvent, 'lapse'>, by: Person, more = {}) => {
		const { version } = await see(id)
		await moveRequest(at, { id, version, event, ...more }, by)
		return see(id)
	}
	const transmit = async (more: Partial<NewRequest> = {}) => {
		const id = await draft(more)
		await move(id, 'ask-review', analyst)
		await move(id, 'transmit', authority)
		return id
	}
	return { desk, db, at, analyst, supervisor, liaison, authority, other, partner, draft, see, move, transmit }
}
