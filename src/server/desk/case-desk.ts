/** What pages about cases share: the desk as its stores want it, keys and names that a browser needs, words for a refusal. */
import { AppError, isUuid, toHour, toLocalDay, type Issue } from '#base'
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
import { error, fail } from '@sveltejs/kit'
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

/** Whether a person's day has capacity for one more case. */
export const hasCapacity = (db: CaseQueries, person: string): Promise<boolean> =>
	canTakeCase(getDeskRules().exposure, getToday())(db, person)

/** What a person has met today. */
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

/** Whether a person's work is to read what reporters wrote. */
export const isReader = (person: Person): boolean =>
	may(person, 'open', 'case') || may(person, 'open', 'report')

/** Codes of refusals that a page has words for. */
export const refusals = [
	'case.changed',
	'case.no-move',
	'case.no-letter',
	'case.no-group',
	'case.followed',
	'case.reason-missing',
	'case.not-allowed',
	'case.not-opened',
	'case.no-reader',
	'case.person-resting',
	'case.answers-wrong',
	'case.not-sealed',
	'case.not-found',
	'case.tokens-wrong',
	'case.index-changed',
	'case.held',
	'case.too-many',
	'case.many-lately',
	'approval.missing',
	'approval.asked',
	'approval.same-person',
	'epoch.needed',
	'epoch.destroyed',
	'clock.not-trusted',
	'mailbox.full',
	'wellness.rest',
	'dossier.recipient',
	'dossier.summary',
	'dossier.naming',
	'dossier.too-long',
	'desk.form',
	'desk.fresh',
] as const
export type Refusal = (typeof refusals)[number]

export const findRefusal = (code: string): Refusal | undefined => refusals.find((known) => known === code)

/** A rule that says no becomes a word on the page; anything else is a fault. */
export const tell = async <Done extends object>(work: () => Promise<Done>) => {
	try {
		return await work()
	} catch (problem) {
		const refused = problem instanceof AppError ? findRefusal(problem.code) : undefined
		if (!refused) throw problem
		return fail(409, { refused })
	}
}

/** The same for an endpoint: the code stands in the answer. */
export const tellJson = (work: () => Promise<unknown>): Promise<Response> =>
	tellResponse(async () => Response.json(await work()))

/** {@link tellJson} where the answer is no JSON. */
export const tellResponse = async (work: () => Promise<Response>): Promise<Response> => {
	try {
		return await work()
	} catch (problem) {
		const refused = problem instanceof AppError ? findRefusal(problem.code) : undefined
		if (!refused) throw problem
		return Response.json({ refused }, { status: 409 })
	}
}

export const wrongForm = (): never => {
	throw new AppError('desk.form', 400, 'reading a form of the desk: a part is missing or not of its form')
}

/** Issues of a rule as a refusal. */
export const refuseIssues = (issues: readonly Issue[]): never => {
	throw new AppError(
		issues[0]?.message ?? 'desk.form',
		409,
		'making something at the desk: a part is missing',
	)
}

/** An id of an address. @throws HttpError 404 */
export const getId = (text: string): string => (isUuid(text) ? text : error(404, 'page.not-found'))

export const readText = (form: FormData, field: string): string => {
	const value = form.get(field)
	return typeof value === 'string' ? value : wrongForm()
}

export const readId = (form: FormData, field: string): string => {
	const text = readText(form, field)
	return isUuid(text) ? text : wrongForm()
}

/** Bytes that a form carries as base64. */
export const readBytes = (text: string): Uint8Array =>
	text.length < 200_000 && /^[A-Za-z0-9+/]+={0,2}$/u.test(text)
		? Uint8Array.from(Buffer.from(text, 'base64'))
		: wrongForm()

/** JSON of a request whose form a schema checks next. */
export const readJson = async (request: Request, most = 400_000): Promise<unknown> => {
	const text = await request.text()
	try {
		return text.length <= most ? (JSON.parse(text) as unknown) : wrongForm()
	} catch {
		return wrongForm()
	}
}
