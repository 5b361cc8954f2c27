import { toUtcDay } from '#domains/exchange/preservation'
import { findNearClock } from '#domains/exchange/preservation/server'
import { may, type Person } from '#domains/people'
import { getDeskLanguage, getPeople } from '#server/desk/session'
import { findDue } from '#server/desk/key-acts'
import { getPreservationDesk } from '#server/desk/preservation-desk'
import { listRooms } from '#server/desk/rooms'
import { getDeskRules } from '#server/process/desk-rules'
import type { LayoutServerLoad } from './$types'

/** Finds why a new key is due, for this person: who cannot make it sees it when the hotline is about to close, and can tell those who can. */
const findDueFor = async (staff: Person) => {
	const due = await findDue(new Date())
	const mayMake = may(staff, 'make', 'epoch', 'all')
	return due && (mayMake || due.reason !== 'soon') ? { ...due, mayMake } : undefined
}

/** Told on every page, for a day: whoever signs in by a passkey would not see it where passphrases are typed. */
const areTheirCodesTried = async (staff: Person, url: URL): Promise<boolean> => {
	const [{ areCodesTried }, people] = [await import('#domains/people/server'), await getPeople(url)]
	return areCodesTried(people, staff.id, new Date())
}

/** Told on every page: data that an authority asked to be kept is gone when nobody extends the deadline in time. */
const findDeadline = async (staff: Person) => {
	if (!may(staff, 'read', 'preservation')) return undefined
	const { db, now } = getPreservationDesk()
	return findNearClock(db, staff, toUtcDay(now()))
}

/** The person who is signed in, without what only the server needs; the guard in `hooks.server.ts` was asked before. */
export const load: LayoutServerLoad = async ({ locals: { staff }, url }) => ({
	language: getDeskLanguage(staff, url),
	codesTried: staff !== undefined && (await areTheirCodesTried(staff, url)),
	keysDue: staff && (await findDueFor(staff)),
	deadline: staff && (await findDeadline(staff)),
	limits: getDeskRules().exposure,
	me: staff && {
		name: staff.name,
		roles: staff.roles,
		formToken: staff.formToken,
		rooms: listRooms(staff),
		/** Whoever works on cases hears of danger on every page. */
		watches: may(staff, 'list', 'case'),
	},
})
