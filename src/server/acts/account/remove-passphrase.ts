import { removePassphrase } from '#domains/people/server'
import { getPeople } from '#server/desk/session'
import { deskAction } from '../desk-action.ts'
import { noFields } from '../form-parts.ts'

/** Takes the passphrase away, where another way to sign in is left. */
export const removePassphraseAct = deskAction(
	{ may: ['manage', 'account'], isFresh: true, form: noFields, refusals: ['people.last-way'] },
	async (_, { staff, event }) => {
		await removePassphrase((await getPeople(event.url)).db, staff.id)
		return { done: true as const }
	},
)
