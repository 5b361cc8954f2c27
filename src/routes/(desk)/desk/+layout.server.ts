import { may, type Person } from '#domains/people'
import { getDeskLanguage } from '#server/desk/session'
import { findDue } from '#server/desk/key-acts'
import { listRooms } from '#server/desk/rooms'
import { getDeskRules } from '#server/process/desk-rules'
import type { LayoutServerLoad } from './$types'

/** Who cannot make the next key learns of it when the hotline is about to close: they can tell those who can. */
const findDueFor = async (staff: Person) => {
	const due = await findDue(new Date())
	const mayMake = may(staff, 'make', 'epoch', 'all')
	return due && (mayMake || due.reason !== 'soon') ? { ...due, mayMake } : undefined
}

/** Who is signed in, without what only the server needs to know; the door in `hooks.server.ts` was asked before. */
export const load: LayoutServerLoad = async ({ locals: { staff }, url }) => ({
	language: getDeskLanguage(staff, url),
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
