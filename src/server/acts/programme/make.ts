import { lineNames } from '#domains/programme/plan'
import { partyKinds } from '#domains/programme/plan/choices'
import { makeAction, makeParty, makeRealisation } from '#domains/programme/plan/server'
import { getPlanDesk, listRegions } from '#server/desk/programme/plan-desk'
import { redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { oneOf } from '../form-parts.ts'
import { anActionId, lineFields, maybe, pickSent, someWords } from './plan-parts.ts'
import { planRefusals } from './refusals.ts'

/** Makes an action, as a draft, and goes on to its page. */
export const makeActionAct = deskAction(
	{
		may: ['write', 'programme'],
		form: v.object({
			initiative: v.pipe(v.string(), v.regex(/^i\d{1,2}$/u)),
			...lineFields(lineNames).entries,
		}),
		refusals: planRefusals,
		keeps: lineNames,
		writes: ['programme/made'],
	},
	async ({ initiative, ...given }, { staff }) => {
		const fields = pickSent(given, lineNames)
		const made = await makeAction(
			getPlanDesk(),
			{ initiative, fields },
			{ regions: listRegions(), by: staff },
		)
		if ('id' in made) return redirect(303, `/desk/programme/actions/${made.id}`)
		return { thing: initiative, faults: made.faults, kept: fields }
	},
)

/** Notes what became of an action. */
export const realiseAct = deskAction(
	{
		may: ['write', 'programme'],
		form: v.object({ action: anActionId, ...lineFields(lineNames).entries }),
		refusals: planRefusals,
		keeps: lineNames,
		writes: ['programme/made'],
	},
	async ({ action, ...given }, { staff }) => {
		const fields = pickSent(given, lineNames)
		const made = await makeRealisation(getPlanDesk(), { action, fields }, staff)
		return 'id' in made
			? { thing: made.id, done: true as const, beside: 0 }
			: { thing: 'new', faults: made.faults, kept: fields }
	},
)

/** Names somebody who answers for actions. */
export const makePartyAct = deskAction(
	{
		may: ['write', 'programme'],
		form: v.object({
			party: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]{1,39}$/u)),
			name_ar: someWords(120),
			name_fr: someWords(120),
			name_zgh: maybe(120),
			name_en: maybe(120),
			kind: v.picklist(partyKinds),
			region: oneOf(listRegions()),
		}),
		refusals: planRefusals,
		keeps: ['party', 'name_ar', 'name_fr', 'name_zgh', 'name_en'],
		writes: ['programme/made'],
	},
	async ({ party, region, name_zgh, name_en, ...given }, { staff }) => {
		const names = { ...given, name_zgh: name_zgh ?? given.name_fr, name_en: name_en ?? given.name_fr }
		await makeParty(getPlanDesk(), { id: party, ...names, region: region ?? null }, staff)
		return { done: true as const }
	},
)
