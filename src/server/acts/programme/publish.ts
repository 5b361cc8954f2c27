import { askPublication, decidePublication } from '#domains/programme/plan/publishing/server'
import { getPlanDesk } from '#server/desk/programme/plan-desk'
import { getSecondWait } from '#server/desk/second'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId, yesOrNo } from '../form-parts.ts'
import { anActionId } from './plan-parts.ts'
import { planRefusals } from './refusals.ts'

/** Asks a second person to publish actions as they stand now. */
export const askPublicationAct = deskAction(
	{
		may: ['publish', 'programme'],
		form: v.object({
			action: v.pipe(
				v.optional(v.union([anActionId, v.pipe(v.array(anActionId), v.maxLength(20_000))]), []),
				v.transform((ticked) => [ticked].flat()),
			),
		}),
		refusals: planRefusals,
		writes: ['approval/asked'],
	},
	async ({ action }, { staff }) => {
		await askPublication(getPlanDesk(), action, staff)
		return { done: true as const }
	},
)

/** Agrees as the second person, which publishes; or says no. */
export const decidePublicationAct = deskAction(
	{
		may: ['publish', 'programme'],
		isFresh: true,
		form: v.object({ publication: anId, grants: yesOrNo }),
		refusals: planRefusals,
		writes: ['approval/granted', 'approval/refused', 'programme/published'],
	},
	async ({ publication, grants }, { staff }) => {
		const decision = { id: publication, grants, wait: await getSecondWait() }
		await decidePublication(getPlanDesk(), decision, staff)
		return { done: true as const }
	},
)
