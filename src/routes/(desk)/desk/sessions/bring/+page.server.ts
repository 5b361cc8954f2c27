import { deskActs } from '#server/acts/desk-acts'
import { requireMay } from '#server/desk/session'
import type { PageServerLoad } from './$types'

/** Where entries are taken in that come by hand, or from another program. */
export const load: PageServerLoad = (event) => {
	requireMay(event, 'invite', 'session')
	return {}
}

export const actions = deskActs['/desk/sessions/bring']
