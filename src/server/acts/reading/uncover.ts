import { lookAt } from './attached.ts'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskEndpoint } from '../desk-action.ts'

const body = v.strictObject({ level: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9)) })

/** Notes that a picture, open in the browser of who asks, is seen one step more clearly. */
export const uncoverAct = deskEndpoint(
	{ may: ['list', 'case'], body, refusals: caseRefusals, writes: ['case/uncovered'] },
	async ({ level }, { staff, event }) => {
		await lookAt(event, staff, level)
		return {}
	},
)
