import { isFresh, passphraseLimit } from '#domains/people'
import { listSessions, listWaysIn, makeTotpSecret } from '#domains/people/server'
import { getPeople, requireMay } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'manage', 'account')
	const { db, secret } = await getPeople(event.url)
	const sessions = await listSessions(db, staff.id, new Date())
	const fresh = isFresh(staff, new Date())
	return {
		ways: await listWaysIn(db, staff.id),
		sessions: sessions.map(({ id, openedAt, usedAt }) => ({
			openedAt,
			usedAt,
			isThis: id === staff.sessionId,
		})),
		passphraseLimit,
		// Ways to sign in are changed only by someone who has just shown who they are.
		app: fresh ? await makeTotpSecret(secret, staff, new Date()) : undefined,
	}
}

export const actions = deskActs['/desk/account']
