import { languages } from '#base'
import { setDuty, type Duty } from '#domains/wellbeing/rota/server'
import { getCaseDatabase, getColleagues } from '#server/desk/case-desk'
import { isForRota, shareOutCases } from '#server/desk/rota'
import * as v from 'valibot'
import { caseRefusals } from '../case/refusals.ts'
import { deskAction } from '../desk-action.ts'
import { anId, someOf, wrongForm } from '../form-parts.ts'

const days = [0, 1, 2, 3, 4, 5, 6] as const
type Day = `${(typeof days)[number]}`
type Field = `${'usual' | 'ramadan'}-${Day}-${'from' | 'to'}`

/** Minutes of a day; nothing in it: no time. */
const aTime = v.pipe(
	v.optional(v.union([v.literal(''), v.pipe(v.string(), v.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/u))]), ''),
	v.transform((text) => (text === '' ? undefined : Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))),
)

const fields = (['usual', 'ramadan'] as const).flatMap((season) =>
	days.flatMap((day) => [`${season}-${day}-from`, `${season}-${day}-to`] as Field[]),
)

/** Fields of the form of a person's duty (`DutyForm.svelte`). */
export const dutyForm = v.object({
	id: anId,
	when: v.picklist(['week', 'always', 'never']),
	language: someOf(languages),
	...v.entriesFromList(fields, aTime),
})
type Form = v.InferOutput<typeof dutyForm>

/** A week as its fields say it: a day with only one of its two times is a slip, not a day off. */
const toWeek = (given: Form, season: 'usual' | 'ramadan') =>
	days.map((day) => {
		const [from, to] = [given[`${season}-${day}-from`], given[`${season}-${day}-to`]]
		if (from === undefined && to === undefined) return null
		return from === undefined || to === undefined ? wrongForm() : ([from, to] as const)
	})

/** When somebody is on duty; `undefined`: never. @throws AppError `desk.form` */
export const toDuty = (given: Form): Duty | undefined => {
	if (given.when === 'never') return undefined
	const known = languages.filter((language) => given.language.includes(language))
	if (given.when === 'always') return { hours: 'always', languages: known }
	const [usual, ramadan] = [toWeek(given, 'usual'), toWeek(given, 'ramadan')]
	const isOther = ramadan.some((day) => day !== null)
	return { hours: { usual, ramadan: isOther ? ramadan : null }, languages: known }
}

/** Says when somebody is on duty, and in which languages they answer. */
export const setDutyAct = deskAction(
	{ may: ['assign', 'case', 'unit'], form: dutyForm, refusals: caseRefusals, writes: ['rota/duty'] },
	async (given, { staff, event }) => {
		const person = (await getColleagues(event.url)).get(given.id)
		if (!person || !isForRota(person)) return wrongForm()
		await setDuty(getCaseDatabase(), person.id, toDuty(given), { by: staff.id, now: new Date() })
		await shareOutCases(true)
		return { done: true as const }
	},
)
