import { parseWrap } from '#domains/people/keys'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { readBy } from '../form-parts.ts'
import { keyRefusals } from './key-refusals.ts'
import { askToHandOver, receiver } from './receiver.ts'

/** Asks for a key to be handed to somebody, wrapped for them by a browser where it was open. */
export const handOverAct = deskAction(
	{
		may: ['wrap', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ ...receiver, wrap: readBy(parseWrap) }),
		refusals: keyRefusals,
	},
	async (given, { staff, event }) => {
		await askToHandOver(event.url, given, staff.id)
		return { done: true as const }
	},
)
