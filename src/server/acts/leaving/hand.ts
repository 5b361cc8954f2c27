import { handDossier } from '#domains/leaving/server'
import { getDesk } from '#server/desk/case-desk'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'

/** Notes that a dossier was put into the hands of whom it is for. */
export const handAct = deskAction(
	{ may: ['send', 'dossier'], form: v.object({ id: anId }), refusals: caseRefusals, writes: ['case/handed'] },
	async ({ id }, { staff }) => {
		await handDossier(getDesk(), id, staff)
		return { done: true as const }
	},
)
