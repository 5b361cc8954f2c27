import { enrolWithPassphrase, findInvited, keepTotpSecret } from '#domains/people/server'
import { newPassphrase, orBusy } from './new-passphrase.ts'
import { getPeople, openSession } from '#server/desk/session'
import { error, fail, redirect } from '@sveltejs/kit'
import { openAction } from '../desk-action.ts'

/** Makes the first way to sign in of who was invited, and opens a session for them. */
export const enrolAct = openAction(newPassphrase, async (given, event) => {
	const token = event.params['token'] ?? ''
	const people = await getPeople(event.url)
	if (event.locals.staff) error(409, 'desk.signed-in')
	const enrolled = await orBusy(() => enrolWithPassphrase(people, token, given, new Date()))
	if (!enrolled?.ok) {
		const invited = await findInvited(people.db, token, new Date())
		if (!invited) error(404, 'desk.invitation-over')
		const app = await keepTotpSecret(people.secret, invited, given.sealed, new Date())
		return fail(400, { issue: enrolled ? enrolled.code : 'busy', app })
	}
	await openSession(event, enrolled.value)
	return redirect(303, '/desk')
})
