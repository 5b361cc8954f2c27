import { partnerFields, readPartner } from '#domains/exchange/partners/agreement'
import { makePartner } from '#domains/exchange/partners/agreement/server'
import { getDirectory } from '#server/desk/partners/directory'
import { redirect } from '@sveltejs/kit'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aText, dataRefusals, throwRefusal } from './partner-parts.ts'

/** Makes a partner, as a draft, and goes on to its page. */
export const makePartnerAct = deskAction(
	{
		may: ['write', 'partner', 'all'],
		form: v.object(v.entriesFromList(partnerFields, aText(4000))),
		refusals: dataRefusals,
		keeps: partnerFields,
		writes: ['partner/made'],
	},
	async (fields, { staff }) => {
		const data = readPartner(fields)
		if (!data.ok) return throwRefusal(data)
		return redirect(303, `/desk/partners/${await makePartner(await getDirectory(), data.value, staff.id)}`)
	},
)
