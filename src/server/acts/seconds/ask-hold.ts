import { askApproval } from '#domains/approvals/server'
import { caseAct, getOwnCase } from '../case/case-act.ts'
import { readReason, reasonNote } from './reason-note.ts'

/** Asks for a hold with the reason that stands sealed in a note. */
export const askHoldAct = caseAct(
	{ may: ['place', 'hold'], form: reasonNote, writes: ['approval/asked'] },
	async ({ note }, given) => {
		const { desk, id, staff } = given
		const { digest } = readReason(await getOwnCase(given, ['place', 'hold']), note)
		return askApproval(desk.db, { act: 'override-retention', subject: id, digest }, staff, desk.now())
	},
)
