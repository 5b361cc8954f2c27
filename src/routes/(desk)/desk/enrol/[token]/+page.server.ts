import { error, fail, redirect } from '@sveltejs/kit'
import { passphraseLimit } from '#domains/people'
import { enrolWithPassphrase, findInvited, keepTotpSecret, makeTotpSecret } from '#domains/people/server'
import { getPeople, openSession } from '#server/desk/session'
import { orBusy, readNewPassphrase } from '#server/desk/new-passphrase'
import type { Actions, PageServerLoad } from './$types'

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

export const actions: Actions = {
	default: async (event) => {
		const people = await getPeople(event.url)
		if (event.locals.staff) error(409, 'desk.signed-in')
		const given = readNewPassphrase(await event.request.formData())
		const enrolled = await orBusy(() => enrolWithPassphrase(people, event.params.token, given, new Date()))
		if (!enrolled?.ok) {
			const invited = await findInvited(people.db, event.params.token, new Date())
			if (!invited) error(404, 'desk.invitation-over')
			const app = await keepTotpSecret(people.secret, invited, given.sealed, new Date())
			return fail(400, { issue: enrolled ? enrolled.code : 'busy', app })
		}
		await openSession(event, enrolled.value)
		redirect(303, '/desk')
	},
}
