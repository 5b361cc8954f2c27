import { noteSeen } from '#domains/cases/server'
import { getDesk, getId, tellJson } from '../../../../../../desk/cases.ts'
import { requireMay } from '../../../../../../desk/desk.ts'
import type { RequestHandler } from './$types'

/** The page of a case has shown its report to who is signed in, or they say that they have seen it. */
export const POST: RequestHandler = (event) => {
	const staff = requireMay(event, 'list', 'case')
	return tellJson(async () => {
		await noteSeen(getDesk(), getId(event.params.id), staff)
		return {}
	})
}
