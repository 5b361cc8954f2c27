import { isFresh, may } from '#domains/people'
import { findOwnKey, listUnlockPasskeys } from '#domains/people/server/keys'
import { getPeople, requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'manage', 'account')
	const { db } = await getPeople(event.url)
	return {
		key: await findOwnKey(db, staff.id),
		passkeys: await listUnlockPasskeys(db, staff.id),
		isFresh: isFresh(staff, new Date()),
		seesEpochs: may(staff, 'wrap', 'epoch'),
	}
}

export const actions = deskActs['/desk/keys']
