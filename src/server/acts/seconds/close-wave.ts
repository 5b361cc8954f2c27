import { isReason } from '#domains/cases'
import { askToCloseWave, closeWave } from '#domains/cases/queue/server'
import { getDesk } from '#server/desk/case-desk'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'
import { anId, named } from '../form-parts.ts'
import { findGranted } from '../granted.ts'

const form = v.object({ wave: anId, reason: named(isReason) })

/** Asks a second person to agree that what is left of a flood is closed. */
export const askCloseAct = deskAction(
	{ may: ['triage', 'case'], form, refusals: caseRefusals, writes: ['approval/asked'] },
	async (closing, { staff }) => {
		await askToCloseWave(getDesk(), closing, staff)
		return { asked: true as const }
	},
)

/** Closes it, with the agreement that this person was given. */
export const closeWaveAct = deskAction(
	{ may: ['triage', 'case'], form, refusals: caseRefusals, writes: ['case/moved'] },
	async (closing, { staff }) => {
		const approval = await findGranted({ act: 'close-wave', subject: closing.wave, askedBy: staff.id })
		await closeWave(getDesk(), { ...closing, approval }, staff)
		return { closed: true as const }
	},
)
