import { keepTotpSecret, renewPassphrase } from '#domains/people/server'
import { newPassphrase, orBusy } from './new-passphrase.ts'
import { getPeople } from '#server/desk/session'
import { fail } from '@sveltejs/kit'
import { deskAction } from '../desk-action.ts'

/** A passphrase with an app: the second way to sign in. */
export const setPassphraseAct = deskAction(
	{ may: ['manage', 'account'], isFresh: true, form: newPassphrase, refusals: [] },
	async (given, { staff, event }) => {
		const people = await getPeople(event.url)
		const renewed = await orBusy(() => renewPassphrase(people, staff, given, new Date()))
		if (renewed?.ok) return { done: true as const }
		const app = await keepTotpSecret(people.secret, staff, given.sealed, new Date())
		return fail(400, { issue: renewed ? renewed.code : 'busy', app })
	},
)
