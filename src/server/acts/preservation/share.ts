import { shareRequest } from '#domains/exchange/preservation/server'
import { getId } from '#server/desk/case-desk'
import { getPreservationDesk } from '#server/desk/preservation-desk'
import * as v from 'valibot'
import { deskEndpoint } from '../desk-action.ts'
import { someCopies } from './draft.ts'
import { preservationRefusals } from './refusals.ts'

/** Gives sealed copies of a request to those who may read it and cannot yet. */
export const shareRequestAct = deskEndpoint(
	{
		may: ['read', 'preservation'],
		body: v.strictObject({ copies: someCopies }),
		refusals: preservationRefusals,
		writes: ['preservation/shared'],
	},
	async ({ copies }, { staff, event }) => {
		await shareRequest(getPreservationDesk(), { id: getId(event.params['id'] ?? ''), copies }, staff)
		return {}
	},
)
