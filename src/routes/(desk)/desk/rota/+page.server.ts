import { languages } from '#base'
import { getReadiness } from '#domains/wellbeing/rota'
import { listDuties, listPauses, setDuty, type Duty } from '#domains/wellbeing/rota/server'
import { listRecipients } from '#domains/people/server/keys'
import { createWords } from '#ui/words'
import {
	getCaseDatabase,
	getColleagues,
	getDesk,
	hasCapacity,
	readId,
	readText,
	tell,
	wrongForm,
} from '#server/desk/case-desk'
import { requireMay } from '#server/desk/session'
import { isForRota, shareOutCases } from '#server/desk/rota'
import { getDeskRules } from '#server/process/desk-rules'
import type { Actions, PageServerLoad } from './$types'

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
			...{ id: person.id, name: person.name, duty, hasKey: keys.has(person.id) },
			languages: duty?.languages ?? [person.language],
			state: duty
				? getReadiness({ hours: duty.hours, exposure, pauseUntil: pauses.get(person.id) }, at)
				: 'off',
		} as const)
	}
	const { weekdays } = createWords(event.locals.deskLanguage ?? 'fr')
	return { people, weekdays: [1, 2, 3, 4, 5, 6, 7].map((day) => weekdays([day])) }
}

const readMinute = (form: FormData, field: string): number | undefined => {
	const text = readText(form, field)
	if (text === '') return undefined
	const [, hour = '', minute = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/u.exec(text) ?? wrongForm()
	return Number(hour) * 60 + Number(minute)
}

/** A week as its fields say it: a day with only one of its two times is a slip, not a day off. */
const readWeek = (form: FormData, season: 'usual' | 'ramadan') =>
	[0, 1, 2, 3, 4, 5, 6].map((day) => {
		const from = readMinute(form, `${season}-${day}-from`)
		const to = readMinute(form, `${season}-${day}-to`)
		if (from === undefined && to === undefined) return null
		return from === undefined || to === undefined ? wrongForm() : ([from, to] as const)
	})

const readDuty = (form: FormData): Duty | undefined => {
	const when = readText(form, 'when')
	if (when === 'never') return undefined
	const spoken = form.getAll('language')
	const known = languages.filter((language) => spoken.includes(language))
	if (when === 'always') return { hours: 'always', languages: known }
	const [usual, ramadan] = [readWeek(form, 'usual'), readWeek(form, 'ramadan')]
	const isOther = ramadan.some((day) => day !== null)
	return { hours: { usual, ramadan: isOther ? ramadan : null }, languages: known }
}

export const actions: Actions = {
	set: async (event) => {
		const staff = requireMay(event, 'assign', 'case', 'unit')
		const form = await event.request.formData()
		return tell(async () => {
			const person = (await getColleagues(event.url)).get(readId(form, 'id'))
			if (!person || !isForRota(person)) return wrongForm()
			await setDuty(getCaseDatabase(), person.id, readDuty(form), { by: staff.id, now: new Date() })
			await shareOutCases(true)
			return { done: true as const }
		})
	},
}
