import { dropPlan, planSession } from '#domains/programme/sessions/planned/server'
import { correctSession, findSession, recordSession } from '#domains/programme/sessions/server'
import { requireSessionAction } from '#server/desk/programme/session-actions'
import { getSessionDesk } from '#server/process/programme/session-desk'
import { redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { sessionRefusals } from './refusals.ts'
import { findGroup, heldFields, plannedFields, sessionFields } from './session-form.ts'

const keeps = [
	'held_on',
	'province',
	'setting',
	'audience',
	'language',
	'lesson',
	'minutes',
	'band',
	'card',
	'follows',
	'trained_by',
	'action',
]

/** Sent as text, as forms send everything. */
const aRevision = v.pipe(v.string(), v.regex(/^\d{1,3}$/u), v.transform(Number))

/** Puts a session into the calendar. */
export const planSessionAct = deskAction(
	{
		may: ['write', 'session'],
		form: v.object(plannedFields),
		refusals: sessionRefusals,
		keeps,
		writes: ['session/planned'],
	},
	async ({ held_on: day, ...given }, { staff }) => {
		await planSession(getSessionDesk(), { ...given, day }, staff)
		redirect(303, '/desk/sessions')
	},
)

/** Takes one off the calendar. */
export const dropPlanAct = deskAction(
	{
		may: ['write', 'session'],
		form: v.object({ id: anId }),
		refusals: sessionRefusals,
		writes: ['session/dropped'],
	},
	async ({ id }, { staff }) => {
		await dropPlan(getSessionDesk(), id, staff)
		return { done: true as const }
	},
)

/** Writes down a session that was held. */
export const recordSessionAct = deskAction(
	{
		may: ['write', 'session'],
		form: v.object({ ...sessionFields, plan: v.optional(v.union([v.literal(''), anId]), '') }),
		refusals: sessionRefusals,
		keeps,
		writes: ['session/recorded'],
	},
	async ({ plan, follows, ...given }, { staff }) => {
		await requireSessionAction(given.action)
		const values = { ...given, ...(await findGroup(follows)) }
		const id = await recordSession(getSessionDesk(), { id: plan || undefined, values }, staff)
		redirect(303, `/desk/sessions/${id}`)
	},
)

/** Corrects a session: another revision. Its group stays. */
export const correctSessionAct = deskAction(
	{
		may: ['correct', 'session'],
		form: v.object({ ...heldFields, id: anId, revision: aRevision }),
		refusals: sessionRefusals,
		keeps,
		writes: ['session/corrected'],
	},
	async ({ id, revision, ...given }, { staff }) => {
		const desk = getSessionDesk()
		const known = await findSession(desk.db, id)
		await requireSessionAction(given.action, known?.action)
		const group = known ? { series: known.series, dose: known.dose } : await findGroup('')
		await correctSession(desk, { id, revision, values: { ...given, ...group } }, staff)
		return { done: true as const }
	},
)

/** Takes a session back: a revision as well. */
export const takeSessionBackAct = deskAction(
	{
		may: ['correct', 'session'],
		form: v.object({ id: anId, revision: aRevision }),
		refusals: sessionRefusals,
		writes: ['session/corrected'],
	},
	async ({ id, revision }, { staff }) => {
		await correctSession(getSessionDesk(), { id, revision, values: null }, staff)
		return { done: true as const }
	},
)
