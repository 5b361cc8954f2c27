import { hash } from 'node:crypto'
import { publish } from '#server/desk/key-acts'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { keyRefusals } from './key-refusals.ts'
import { recordKey } from './record-key.ts'

/** Publishes an epoch that the operator's root has signed. */
export const publishEpochAct = deskAction(
	{
		may: ['make', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ id: v.string(), note: v.string() }),
		refusals: keyRefusals,
		writes: ['key/published'],
	},
	async ({ id, note }, { staff }) => {
		const text = `${note.replaceAll('\r\n', '\n').trim()}\n`
		await publish(id, text)
		await recordKey({
			act: 'key/published',
			by: staff.id,
			what: { key: id, note: hash('sha256', text, 'hex') },
		})
		return { done: true as const }
	},
)
