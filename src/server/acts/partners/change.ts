import { partnerFields, readPartner } from '#domains/exchange/partners/agreement'
import { changePartner } from '#domains/exchange/partners/agreement/server'
import { getDirectory } from '#server/desk/partners/directory'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aText, dataRefusals, getPartnerId, part, throwRefusal, partnerVersion } from './partner-parts.ts'

/** Changes what is kept of a partner. */
export const changePartnerAct = deskAction(
	{
		may: ['write', 'partner', 'all'],
		form: v.object({ ...part, ...partnerVersion, ...v.entriesFromList(partnerFields, aText(4000)) }),
		refusals: dataRefusals,
		keeps: ['part', ...partnerFields],
		writes: ['partner/changed'],
	},
	async (fields, { staff, event }) => {
		const data = readPartner(fields)
		if (!data.ok) return throwRefusal(data)
		const of = { id: getPartnerId(event), version: fields.version, by: staff.id }
		await changePartner(await getDirectory(), { ...of, to: data.value })
		return { done: true as const }
	},
)
