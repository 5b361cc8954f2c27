import { may } from '#domains/people'
import { getDeskLanguage } from '../../../desk/desk.ts'
import type { LayoutServerLoad } from './$types'

/** Who is signed in, without what only the server needs to know; the door in `hooks.server.ts` was asked before. */
export const load: LayoutServerLoad = ({ locals: { staff }, url }) => ({
	language: getDeskLanguage(staff, url),
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
