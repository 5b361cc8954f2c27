import { propose } from '#domains/programme/figures/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { figureRefusals, findRegion, keyFields, maybeNumber, requireFigureReach } from './figure-parts.ts'

const reason = v.pipe(v.string(), v.trim(), v.minLength(3), v.maxLength(500))

/** Asks a second person to put a published number right, or to withhold it where no right number is given. */
export const correctFigureAct = deskAction(
	{
		may: ['publish', 'figure'],
		form: v.object({
			...keyFields,
			value: maybeNumber,
			low: maybeNumber,
			high: maybeNumber,
			reasonAr: reason,
			reasonFr: reason,
		}),
		refusals: figureRefusals,
		keeps: ['indicator', 'place', 'period', 'value', 'low', 'high', 'reasonAr', 'reasonFr'],
		writes: ['figure/proposed', 'approval/asked'],
	},
	async ({ indicator, place, period, value, low, high, reasonAr, reasonFr }, { staff }) => {
		const region = findRegion([place])
		requireFigureReach(staff, region)
		const is = { value, low, high, status: value === undefined ? 'withheld' : 'shown' } as const
		const reason = { ar: reasonAr, fr: reasonFr }
		const correction = { indicator, place, period, is, reason }
		await propose(
			getDatabase().kysely,
			{ content: { kind: 'erratum', correction }, region },
			{ person: staff, now: new Date() },
		)
		return { done: true as const }
	},
)
