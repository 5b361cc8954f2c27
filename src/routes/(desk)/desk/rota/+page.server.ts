import { getReadiness } from '#domains/wellbeing/rota'
import { listDuties, listPauses } from '#domains/wellbeing/rota/server'
import { listRecipients } from '#domains/people/server/keys'
import { createWords } from '#ui/words'
import { getCaseDatabase, getColleagues, getDesk, hasCapacity } from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { isForRota } from '#server/desk/rota'
import { getDeskRules } from '#server/process/desk-rules'
import { deskActs } from '#server/acts/desk-acts'
import type { PageServerLoad } from './$types'

/** Whoever assigns cases says who is on duty when. Of how much anybody has read nothing is shown but that they are not there. */
export const load: PageServerLoad = async (event) => {
	requireMay(event, 'assign', 'case', 'unit')
	const [db, desk] = [getCaseDatabase(), getDesk()]
	const now = desk.now()
	const policy = getDeskRules().exposure
	const [duties, pauses, keys] = [await listDuties(db), await listPauses(db, now), await listRecipients(db)]
	const people = []
	for (const person of (await getColleagues(event.url)).values()) {
		const duty = duties.get(person.id)
		if (!isForRota(person)) continue
		const isThere = await hasCapacity(db, person.id)
		const at = { calendar: desk.time.calendar, policy, now }
		const full = { minutes: policy.minutesADay, items: 0, severity: 0 }
		const exposure = isThere ? { minutes: 0, items: 0, severity: 0 } : full
		people.push({
			id: person.id,
			name: person.name,
			duty,
			hasKey: keys.has(person.id),
			languages: duty?.languages ?? [person.language],
			state: duty
				? getReadiness({ hours: duty.hours, exposure, pauseUntil: pauses.get(person.id) }, at)
				: 'off',
		} as const)
	}
	const { weekdays } = createWords(event.locals.deskLanguage ?? 'fr')
	return { people, weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => weekdays([day])) }
}

export const actions = deskActs['/desk/rota']
