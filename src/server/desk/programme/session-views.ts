/** Shared by pages of sessions: what their forms offer, and a session as a page shows it. */
import type { Language } from '#base'
import type { Person } from '#domains/people'
import { findRegionOf, getPlaceName, getQuarterOf } from '#domains/programme/places'
import { sessionAudiences, sessionSettings, sessionTrainers } from '#domains/programme/sessions'
import type { SessionTables } from '#domains/programme/sessions/server'
import type { Selectable } from 'kysely'
import { findLessonView } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { programmePlaces } from '#server/process/programme/session-desk'

type Row = Selectable<SessionTables['programme_session']>

const lookUp = <Name extends string>(names: readonly Name[], value: string): Name => {
	const found = names.find((name) => name === value)
	if (found === undefined) throw new Error('showing a session: a value that no list has')
	return found
}

const findName = <Name extends string>(names: readonly Name[], value: string | null): Name | null =>
	names.find((name) => name === value) ?? null

/** A row of a session, or of a plan, with its names known as such. */
export const toShown = <Of extends Pick<Row, 'setting' | 'audience' | 'language'>>(row: Of) => ({
	...row,
	setting: lookUp(sessionSettings, row.setting),
	audience: lookUp(sessionAudiences, row.audience),
	language: lookUp(['ar', 'fr', 'zgh', 'en'], row.language),
})

/** A row without what a page has no use for. */
export const toView = (row: Row) => {
	const { id, revision, state, region, province, held_on, minutes, lesson, dose, band, card, source, look } =
		row
	return {
		action: row.action,
		trained_by: findName(sessionTrainers, row.trained_by),
		look_way: row.look_way,
		id,
		revision,
		state,
		region,
		province,
		held_on,
		minutes,
		lesson,
		dose,
		band,
		card,
		source,
		look,
		...toShown({ setting: row.setting, audience: row.audience, language: row.language }),
	}
}

/** Places that somebody may choose: those of their region, or all. */
export const listOwnPlaces = ({ region }: Person) =>
	region === undefined
		? programmePlaces
		: programmePlaces.filter(({ code }) => findRegionOf(programmePlaces, code) === region)

export const listLessons = (language: Language) =>
	skills.lessons.map(({ id }) => ({ id, title: findLessonView(skills, id, language)?.words.title ?? id }))

/** The last eight quarters and the next one, the newest first. */
export const listQuarters = (today: string): string[] => {
	const now = Number(today.slice(0, 4)) * 4 + Number(getQuarterOf(today).slice(-1)) - 1
	return Array.from({ length: 9 }, (_, back) => now + 1 - back).map(
		(number) => `${Math.floor(number / 4)}-Q${(number % 4) + 1}`,
	)
}

/** The name of a province in words of a language, its code where it is not known. */
export const findPlaceWords = (code: string, language: Language): string => {
	const place = programmePlaces.find((one) => one.code === code)
	return place ? getPlaceName(place, language).words : code
}
