import { placeHold } from '#domains/retention/server'
import { findGranted } from '../granted.ts'
import { caseAct, getCase } from '../case/case-act.ts'
import { readReason, reasonNote } from './reason-note.ts'

/** Keeps a case beyond its time, with the agreement that this person was given. */
export const holdAct = caseAct(
	{ may: ['place', 'hold'], form: reasonNote, writes: ['case/held'] },
	async ({ note }, { desk, id, staff }) => {
		const { sealed, digest } = readReason(await getCase({ desk, id }), note)
		const asked = { act: 'override-retention', subject: id, digest, askedBy: staff.id } as const
		return placeHold(desk, { id, reasonSealed: sealed, approval: await findGranted(asked) }, staff)
	},
)
