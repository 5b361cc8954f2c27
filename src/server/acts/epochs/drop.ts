import { dropRequest } from '#domains/people/server/keys'
import { readConfig } from '#platform'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { keyRefusals } from './key-refusals.ts'

/** Drops what was asked about a key. */
export const dropRequestAct = deskAction(
	{
		may: ['approve', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ request: v.string() }),
		refusals: keyRefusals,
	},
	async ({ request }) => {
		await dropRequest(readConfig().dataDir, request)
		return { done: true as const }
	},
)
