import { AppError } from '#base'
import { askApproval } from '#domains/approvals/server'
import { toErasureDigest } from '#domains/retention/server'
import { getCaseDatabase } from '#server/desk/case-desk'
import { getEnded, getPlan } from '#server/desk/epoch-end'
import { ingestReports } from '#server/upkeep/arrivals'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'

/** Asks a second person to agree to the end of an epoch that no case needs. */
export const askEndAct = deskAction(
	{
		may: ['destroy', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ epoch: v.string() }),
		refusals: caseRefusals,
		writes: ['approval/asked'],
	},
	async ({ epoch }, { staff }) => {
		const ended = await getEnded(epoch)
		await ingestReports()
		if ((await getPlan(epoch)).state !== 'ready')
			throw new AppError('epoch.needed', 409, 'asking for the end of an epoch: cases need its key')
		const asked = { act: 'destroy-epoch', subject: epoch, digest: toErasureDigest(ended) } as const
		await askApproval(getCaseDatabase(), asked, staff, new Date())
		return { asked: true as const }
	},
)
