import { day } from '#base'
import { getRest, getShare } from '#domains/wellbeing'
import { listExposure } from '#domains/wellbeing/server'
import { may } from '#domains/people'
import { getCaseDatabase, getColleagues, getToday, getTodaysExposure } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { getDeskRules } from '#server/process/desk-rules'
import type { PageServerLoad } from './$types'

const fortnight = 14 * day

/** A person sees their own days; whoever looks after people sees everyone's, and no case. */
export const load: PageServerLoad = async (event) => {
	const staff = requireMay(event, 'read', 'exposure', 'own')
	const now = new Date()
	const limits = getDeskRules().exposure
	const mine = await getTodaysExposure(staff.id)
	const seesAll = may(staff, 'read', 'exposure', 'all')
	const days = await listExposure(
		getCaseDatabase(),
		getToday(new Date(now.getTime() - fortnight)),
		getToday(now),
	)
	const people = await getColleagues(event.url)
	return {
		mine,
		share: getShare(mine, limits),
		isFull: getRest(mine, 0, limits) === 'rest',
		limits,
		seesAll,
		days: days
			.filter(({ person }) => seesAll || person === staff.id)
			.map(({ person, ...day }) => ({ ...day, name: people.get(person)?.name ?? '–' }))
			.reverse(),
	}
}
