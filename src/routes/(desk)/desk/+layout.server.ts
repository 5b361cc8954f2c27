import { may, type Person } from '#domains/people'
import { getDeskLanguage, getPeople } from '#server/desk/session'
import { findDue } from '#server/desk/key-acts'
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

/** The person who is signed in, without what only the server needs; the guard in `hooks.server.ts` was asked before. */
export const load: LayoutServerLoad = async ({ locals: { staff }, url }) => ({
	language: getDeskLanguage(staff, url),
	codesTried: staff !== undefined && (await areTheirCodesTried(staff, url)),
	keysDue: staff && (await findDueFor(staff)),
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
