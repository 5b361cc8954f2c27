import { toLocalDay } from '#base'
import { library } from '#domains/guide/server'
import { reportQuarter } from '#domains/programme/sessions/reporting/server'
import { getDatabase } from '#server/process/database'
import { allPlaces } from '#server/public/scoreboard'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { figureRefusals, requireFigureReach } from './figure-parts.ts'

/** Asks a second person to publish what was counted of the sessions of a quarter, and to put right what was published of it otherwise. */
export const reportSessionsAct = deskAction(
	{
		may: ['publish', 'figure'],
		form: v.object({ quarter: v.pipe(v.string(), v.regex(/^20[0-9]{2}-Q[1-4]$/u)) }),
		refusals: [...figureRefusals, 'figure.open', 'figure.nothing', 'figure.same'],
		keeps: ['quarter'],
		writes: ['figure/proposed', 'approval/asked'],
	},
	async ({ quarter }, { staff }) => {
		requireFigureReach(staff, undefined)
		const now = new Date()
		const today = toLocalDay(now, library.calendar.zone)
		const asked = { period: quarter, places: allPlaces, today }
		return {
			done: true as const,
			reported: await reportQuarter(getDatabase().kysely, asked, { person: staff, now }),
		}
	},
)
