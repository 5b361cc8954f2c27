import { redirect } from '@sveltejs/kit'
import { may } from '#domains/people'
import { requireStaff } from '../../../desk/desk.ts'
import type { RequestHandler } from './$types'

/** Whoever comes to the desk finds the work that is theirs. */
export const GET: RequestHandler = (event) => {
	const staff = requireStaff(event)
	if (may(staff, 'list', 'case')) redirect(303, '/desk/queue')
	if (may(staff, 'read', 'figures')) redirect(303, '/desk/figures')
	redirect(303, '/desk/account')
}
