import { askAgain } from '#domains/programme/figures/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { figureRefusals } from './figure-parts.ts'

/** Asks a second person once more, where the day of the first question is over. */
export const askFiguresAgainAct = deskAction(
	{
		may: ['publish', 'figure'],
		form: v.object({ id: anId }),
		refusals: figureRefusals,
		writes: ['approval/asked'],
	},
	async ({ id }, { staff }) => {
		await askAgain(getDatabase().kysely, id, { person: staff, now: new Date() })
		return { done: true as const }
	},
)
