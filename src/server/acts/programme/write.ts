import { lineNames } from '#domains/programme/plan'
import { writeThing } from '#domains/programme/plan/server'
import { getPlanDesk, listRegions } from '#server/desk/programme/plan-desk'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aNumber } from '../form-parts.ts'
import { aThingId, lineFields, pickSent } from './plan-parts.ts'
import { planRefusals } from './refusals.ts'

/** Writes a line of the plan, moves its date, drops it, or chooses between two texts. */
export const writeThingAct = deskAction(
	{
		may: ['write', 'programme'],
		form: v.object({
			id: aThingId,
			version: aNumber,
			settles: v.optional(aNumber),
			...lineFields(lineNames).entries,
		}),
		refusals: planRefusals,
		keeps: lineNames,
		writes: ['programme/written'],
	},
	async ({ id, version, settles, ...given }, { staff }) => {
		const fields = pickSent(given, lineNames)
		const written = await writeThing(
			getPlanDesk(),
			{ id, version, fields, settles },
			{ regions: listRegions(), by: staff },
		)
		return 'faults' in written
			? { thing: id, faults: written.faults, kept: fields }
			: { thing: id, done: true as const, beside: written.beside.length }
	},
)
