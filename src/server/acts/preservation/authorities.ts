import { linkAuthority, unlinkAuthority } from '#domains/exchange/preservation/authorities/server'
import { getPreservationDesk } from '#server/desk/preservation-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { preservationRefusals } from './refusals.ts'

/** Says for which authority somebody acts. */
export const linkAuthorityAct = deskAction(
	{
		may: ['change', 'person', 'all'],
		isFresh: true,
		form: v.object({ person: anId, partner: anId, capacity: v.picklist(['art35', 'central-authority']) }),
		refusals: preservationRefusals,
		writes: ['preservation/linked'],
	},
	async (link, { staff }) => {
		await linkAuthority(getPreservationDesk(), link, staff)
		return { done: true as const }
	},
)

/** Takes that back. */
export const unlinkAuthorityAct = deskAction(
	{
		may: ['change', 'person', 'all'],
		isFresh: true,
		form: v.object({ person: anId }),
		refusals: preservationRefusals,
		writes: ['preservation/unlinked'],
	},
	async ({ person }, { staff }) => {
		await unlinkAuthority(getPreservationDesk(), person, staff)
		return { done: true as const }
	},
)
