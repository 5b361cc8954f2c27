import { decideProposal, listProposals } from '#domains/programme/figures/server'
import { getSecondWait } from '#server/desk/second'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId, yesOrNo } from '../form-parts.ts'
import { figureRefusals, requireFigureReach } from './figure-parts.ts'

/** Agrees to numbers or to a correction as the second person, which publishes them; or says no. */
export const decideFiguresAct = deskAction(
	{
		may: ['publish', 'figure'],
		isFresh: true,
		form: v.object({ id: anId, grants: yesOrNo }),
		refusals: figureRefusals,
		writes: ['approval/granted', 'approval/refused', 'figure/published', 'figure/corrected'],
	},
	async (decision, { staff }) => {
		const [db, now] = [getDatabase().kysely, new Date()]
		const found = (await listProposals(db, now)).find(({ id }) => id === decision.id)
		if (found) requireFigureReach(staff, found.region)
		const wait = await getSecondWait()
		await decideProposal(db, { ...decision, wait }, { person: staff, now })
		return { done: true as const }
	},
)
