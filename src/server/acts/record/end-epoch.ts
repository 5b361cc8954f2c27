import { getTrustedTime } from '#platform'
import { destroyEnded, getEnded } from '#server/desk/epoch-end'
import { recordKeyActs } from '#server/desk/key-acts'
import { getClock } from '#server/process/clock'
import { ingestReports } from '#server/upkeep/arrivals'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'
import { findGranted } from '../granted.ts'

/** Destroys the key of an epoch, with the agreement that its asker was given: nothing sealed to it can be opened again. */
export const endEpochAct = deskAction(
	{
		may: ['destroy', 'epoch', 'all'],
		isFresh: true,
		form: v.object({ epoch: v.string() }),
		refusals: caseRefusals,
	},
	async ({ epoch }, { staff }) => {
		await getTrustedTime(getClock())
		const ended = await getEnded(epoch)
		await ingestReports()
		const approval = await findGranted({ act: 'destroy-epoch', subject: epoch, askedBy: staff.id })
		await destroyEnded(ended, approval, staff)
		await recordKeyActs()
		return { ended: epoch }
	},
)
