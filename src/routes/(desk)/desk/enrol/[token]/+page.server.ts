import { error } from '@sveltejs/kit'
import { passphraseLimit } from '#domains/people'
import { findInvited, makeTotpSecret } from '#domains/people/server'
import { getPeople } from '#server/desk/session'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = async ({ params, locals, url }) => {
	const { db, secret } = await getPeople(url)
	const invited = await findInvited(db, params.token, new Date())
	if (!invited) error(404, 'desk.invitation-over')
	return {
		token: params.token,
		name: invited.name,
		isSignedIn: locals.staff !== undefined,
		passphraseLimit,
		app: await makeTotpSecret(secret, invited, new Date()),
	}
}

export const actions = deskActs['/desk/enrol/[token]']
