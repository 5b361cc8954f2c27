import { noteExposure } from '#domains/wellbeing/server'
import { getCaseDatabase, getToday, getTodaysExposure } from '#server/desk/case-desk'
import * as v from 'valibot'
import { deskEndpoint } from '../desk-action.ts'

/** One minute of reading more for the person's own meter; answers the day so far. */
export const readAMinuteAct = deskEndpoint(
	{ may: ['read', 'exposure', 'own'], body: v.unknown(), refusals: [] },
	async (_, { staff }) => {
		await noteExposure(getCaseDatabase(), staff.id, getToday(), { minutes: 1, items: 0, severity: 0 })
		return getTodaysExposure(staff.id)
	},
)
