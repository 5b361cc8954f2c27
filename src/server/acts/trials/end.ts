import { reportTrial, stopTrial } from '#domains/programme/trials/work/server'
import { getTrialDesk, toActor } from '#server/desk/programme/trial-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aTrial, trialRefusals, trialWords } from './parts.ts'

/** Reports what came out, or corrects it and says why. */
export const reportTrialAct = deskAction(
	{
		may: ['register', 'trial'],
		isFresh: true,
		form: v.object({ ...aTrial, reason: v.optional(trialWords(400)) }),
		refusals: trialRefusals,
		keeps: ['reason'],
		writes: ['trial/reported'],
	},
	async ({ id, reason }, { staff, event }) => {
		await reportTrial(getTrialDesk(), { id, reason }, await toActor(event.url, staff))
		return { done: true as const }
	},
)

/** Stops a study for a reason that everybody reads. */
export const stopTrialAct = deskAction(
	{
		may: ['register', 'trial'],
		isFresh: true,
		form: v.object({ ...aTrial, reason: trialWords(400) }),
		refusals: trialRefusals,
		keeps: ['reason'],
		writes: ['trial/stopped'],
	},
	async ({ id, reason }, { staff, event }) => {
		await stopTrial(getTrialDesk(), { id, reason }, await toActor(event.url, staff))
		return { done: true as const }
	},
)
