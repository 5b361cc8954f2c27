import { readFigureList } from '#domains/programme/figures'
import { indicators, propose } from '#domains/programme/figures/server'
import { getDatabase } from '#server/process/database'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { figureRefusals, findRegion, figureNames, requireFigureReach } from './figure-parts.ts'

/** Faults that are listed at most. */
const most = 50

/** Asks a second person to publish a list of numbers. All or nothing: one line that is wrong comes back with its reason, and the list stays in the field. */
export const proposeFiguresAct = deskAction(
	{
		may: ['publish', 'figure'],
		form: v.object({ list: v.pipe(v.string(), v.maxLength(400_000)) }),
		refusals: figureRefusals,
		keeps: ['list'],
		writes: ['figure/proposed', 'approval/asked'],
	},
	async ({ list }, { staff }) => {
		const now = new Date()
		const today = now.toISOString().slice(0, 10)
		const read = readFigureList(list, { indicators, isPlace: figureNames.isPlace, today })
		if (!read.ok) return { faults: read.issues.slice(0, most), kept: { list } }
		const region = findRegion(read.value.map(({ place }) => place))
		requireFigureReach(staff, region)
		const proposed = { content: { kind: 'figures', figures: read.value }, region } as const
		await propose(getDatabase().kysely, proposed, { person: staff, now })
		return { done: true as const }
	},
)
