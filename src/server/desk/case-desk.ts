/** Shared by pages about cases: the desk as its stores want it, keys and names that a browser needs, words for a refusal. */
import { isUuid, toHour, toLocalDay } from '#base'
import { canTakeCase, getExposure } from '#domains/wellbeing/server'
import type { CaseDatabase, CaseQueries, Desk } from '#domains/cases/server'
import { library } from '#domains/guide/server'
import { may, type Person } from '#domains/people'
import type { EpochKey } from '#domains/people/keys'
import { listPeople, type PersonRecord } from '#domains/people/server'
import {
	countSpooled,
	listOpenEpochs,
	putLetter,
	removeReports,
	setStatus,
	type ReportTables,
} from '#domains/reports/server'
import { readConfig } from '#platform'
import { error } from '@sveltejs/kit'
import type { Kysely } from 'kysely'
import { getDatabase } from '#server/process/database'
import { getPeople } from './session.ts'
import { getDeskRules } from '#server/process/desk-rules'

/** The tables of reports over the database of this process. */
export const getReportDatabase = (): Kysely<ReportTables> => getDatabase().kysely

/** The tables of cases over the same. */
export const getCaseDatabase = (): CaseDatabase => getDatabase().kysely

const reportsPort: Desk['reportsPort'] = {
	putAnswers: async (trx, answers, now) => {
		for (const { report, sealed } of answers)
			await putLetter(trx, { report, sender: 'desk', epoch: null, sealed, hour: toHour(now) })
	},
	setStatus: (trx, reports, status, replaced) => setStatus(trx, reports, status, replaced),
	removeReports: (trx, reports) => removeReports(trx, reports),
	countWaiting: () => countSpooled(readConfig().dataDir),
}

export const getDesk = (): Desk => ({
	db: getCaseDatabase(),
	time: getDeskRules().time,
	reportsPort,
	limits: getDeskRules().exposure,
	now: () => new Date(),
})

/** Today in the country, `2026-11-26`: a day of work for the meter of exposure. */
export const getToday = (now = new Date()): string => toLocalDay(now, library.calendar.zone)

/** True when a person's day has capacity for one more case. */
export const hasCapacity = (db: CaseQueries, person: string): Promise<boolean> =>
	canTakeCase(getDeskRules().exposure, getToday())(db, person)

/** Exposure of a person today. */
export const getTodaysExposure = (person: string) => getExposure(getCaseDatabase(), person, getToday())

/** Public halves of the keys of all epochs that can still be opened. Who opens one finds out whether this is its key. */
export const listEpochKeys = async (): Promise<EpochKey[]> => {
	const epochs = await listOpenEpochs(getReportDatabase())
	return epochs.map((epoch) => ({ kind: 'epoch', ...epoch }))
}

/** Everyone who works here, by id. */
export const getColleagues = async (url: URL): Promise<ReadonlyMap<string, PersonRecord>> => {
	const { db } = await getPeople(url)
	return new Map((await listPeople(db)).map((person) => [person.id, person]))
}

/** Names by id, for a page: nothing else about anyone. */
export const toNames = (people: ReadonlyMap<string, PersonRecord>): Record<string, string> =>
	Object.fromEntries(Array.from(people.values(), ({ id, name }) => [id, name]))

/** True when a person's work is to read what reporters wrote. */
export const isReader = (person: Person): boolean =>
	may(person, 'open', 'case') || may(person, 'open', 'report')

/** An id of an address. @throws HttpError 404 */
export const getId = (text: string): string => (isUuid(text) ? text : error(404, 'page.not-found'))
