import { may, type Person } from '#domains/people'
import { getDeskLanguage } from '../../../desk/desk.ts'
import { findDue } from '../../../desk/key-acts.ts'
import { getDeskRules } from '../../../desk/rules.ts'
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
		seesPeople: may(staff, 'list', 'person'),
		sees: {
			cases: may(staff, 'list', 'case'),
			approvals: may(staff, 'list', 'approval'),
			rota: may(staff, 'assign', 'case', 'unit'),
			figures: may(staff, 'read', 'figures', 'all'),
			ends: may(staff, 'destroy', 'epoch', 'all'),
		},
	},
})
