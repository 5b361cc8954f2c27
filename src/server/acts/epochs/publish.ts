import { publish } from '#server/desk/key-acts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { keyRefusals } from './key-refusals.ts'

/** Publishes an epoch that the operator's root has signed. */
export const publishEpochAct = deskAction(
	{
		may: ['make', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ id: v.string(), note: v.string() }),
		refusals: keyRefusals,
	},
	async ({ id, note }) => {
		await publish(id, `${note.replaceAll('\r\n', '\n').trim()}\n`)
		return { done: true as const }
	},
)
