import { agreeStop, approveTrial, publishTrial } from '#domains/programme/trials/work/server'
import { getTrialDesk, toActor } from '#server/desk/programme/trial-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aTrial, trialRefusals } from './parts.ts'

const second = {
	may: ['approve', 'trial'] as const,
	isFresh: true,
	form: v.object(aTrial),
	refusals: trialRefusals,
}

/** Agrees to a plan as the second person. */
export const approveTrialAct = deskAction(
	{ ...second, writes: ['trial/approved'] },
	async ({ id }, { staff, event }) => {
		await approveTrial(getTrialDesk(), id, await toActor(event.url, staff))
		return { done: true as const }
	},
)

/** Publishes a result as the second person. */
export const publishTrialAct = deskAction(
	{ ...second, writes: ['trial/published', 'figure/published', 'figure/corrected'] },
	async ({ id }, { staff, event }) => {
		await publishTrial(getTrialDesk(), id, await toActor(event.url, staff))
		return { done: true as const }
	},
)

/** Agrees to a stop as the second person: what was measured until then is published with it. */
export const agreeStopAct = deskAction(
	{ ...second, writes: ['trial/stopped'] },
	async ({ id }, { staff, event }) => {
		await agreeStop(getTrialDesk(), id, await toActor(event.url, staff))
		return { done: true as const }
	},
)
