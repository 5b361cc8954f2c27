import { noteSeen } from '#domains/cases/reading/server'
import { getDesk, getId, tellJson } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import type { RequestHandler } from './$types'

/** The page of a case has shown its report to who is signed in, or they say that they have seen it. */
export const POST: RequestHandler = (event) => {
	const staff = requireMay(event, 'list', 'case')
	return tellJson(async () => {
		await noteSeen(getDesk(), getId(event.params.id), staff)
		return {}
	})
}
