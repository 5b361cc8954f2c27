import { noteSeen } from '#domains/cases/reading/server'
import { getDesk, getId } from '#server/desk/case-desk'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskEndpoint } from '../desk-action.ts'

/** The page of a case has shown its report to who is signed in, or they say that they have seen it. */
export const seeAct = deskEndpoint(
	{ may: ['list', 'case'], body: v.unknown(), refusals: caseRefusals, writes: ['case/seen'] },
	async (_, { staff, event }) => {
		await noteSeen(getDesk(), getId(event.params['id'] ?? ''), staff)
		return {}
	},
)
