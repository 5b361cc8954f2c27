import { inviteTrainer, revokeInvitation } from '#domains/programme/sessions/invitations/server'
import { getSessionDesk, programmePlaces } from '#server/process/programme/session-desk'
import { getPeople } from '#server/desk/session'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId, oneOf } from '../form-parts.ts'
import { sessionRefusals } from './refusals.ts'

const regions = programmePlaces.filter(({ kind }) => kind === 'region').map(({ code }) => code)
const whole = (most: number) =>
	v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number), v.minValue(1), v.maxValue(most))

/** Makes a link for somebody without an account. It is shown once, in the answer, and kept nowhere. */
export const inviteTrainerAct = deskAction(
	{
		may: ['invite', 'session'],
		form: v.object({
			region: oneOf(regions),
			days: whole(366),
			uses: whole(500),
			note: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(120)), ''),
		}),
		refusals: sessionRefusals,
		keeps: ['region', 'days', 'uses', 'note'],
		writes: ['session/invited'],
	},
	async (given, { staff, event }) => {
		const { origin } = await getPeople(event.url)
		const token = await inviteTrainer(getSessionDesk(), given, staff)
		return { link: `${origin}/t#${token}` }
	},
)

/** Takes a link back. */
export const revokeTrainerAct = deskAction(
	{
		may: ['invite', 'session'],
		form: v.object({ id: anId }),
		refusals: sessionRefusals,
		writes: ['session/revoked'],
	},
	async ({ id }, { staff }) => {
		await revokeInvitation(getSessionDesk(), id, staff)
		return { done: true as const }
	},
)
