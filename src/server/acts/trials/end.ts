import { goOn, reportTrial, stopTrial } from '#domains/programme/trials/work/server'
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

/** Stops a study for a reason that everybody reads, or asks a second person for it once it is drawn. */
export const stopTrialAct = deskAction(
	{
		may: ['register', 'trial'],
		isFresh: true,
		form: v.object({ ...aTrial, reason: trialWords(400) }),
		refusals: trialRefusals,
		keeps: ['reason'],
		writes: ['trial/stopped', 'trial/stop-asked'],
	},
	async ({ id, reason }, { staff, event }) => {
		await stopTrial(getTrialDesk(), { id, reason }, await toActor(event.url, staff))
		return { done: true as const }
	},
)

/** Goes on with a study that this person has asked to stop. */
export const goOnAct = deskAction(
	{
		may: ['register', 'trial'],
		form: v.object(aTrial),
		refusals: trialRefusals,
		writes: ['trial/resumed'],
	},
	async ({ id }, { staff, event }) => {
		await goOn(getTrialDesk(), id, await toActor(event.url, staff))
		return { done: true as const }
	},
)
