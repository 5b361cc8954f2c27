/** The list of sessions as its page shows it: what was held in a quarter, what is planned, what waits for a person, what the quarter says. */
import { addDays } from '#base'
import { may, type Person } from '#domains/people'
import { country, findSpan, getQuarterOf } from '#domains/programme/places'
import { listPlanned } from '#domains/programme/sessions/planned/server'
import { listDisputes, listLookedAt, listToLookAt } from '#domains/programme/sessions/review/server'
import { readQuarter } from '#domains/programme/sessions/reporting/server'
import { listHeldSessions, listSessionsOf } from '#domains/programme/sessions/server'
import { getDatabase } from '#server/process/database'
import { getSessionDesk, programmePlaces } from '#server/process/programme/session-desk'
import { listQuarters, toShown, toView } from './session-views.ts'

const db = () => getSessionDesk().db

/** The rows that a quarter publishes of a region, or of the country. */
const listFigures = async (quarter: string, place: string) =>
	(await readQuarter(getDatabase().kysely, quarter, programmePlaces))
		.filter((row) => row.place === place && !row.indicator.startsWith('sessions-held-'))
		.map(({ indicator, value, low, high, status }) => ({ indicator, value, low, high, status }))

/** Everything on the page, for a person: `quarter` and `region` as they were asked for, where they are any. */
export const listSessionPage = async (by: Person, asked: URLSearchParams) => {
	const today = getSessionDesk().now().toISOString().slice(0, 10)
	const current = getQuarterOf(today)
	const quarter = listQuarters(today).find((one) => one === asked.get('quarter')) ?? current
	const span = findSpan(quarter) ?? { from: today, until: today }
	const region = programmePlaces.find(
		({ code, kind }) => code === asked.get('region') && kind === 'region',
	)?.code
	const sessions = await listHeldSessions(db(), { span, region }, by)
	const planned = await listPlanned(db(), { from: addDays(today, -60), until: addDays(today, 400) }, by)
	const disputes = await listDisputes(db(), by)
	const waiting = await listToLookAt(db(), by)
	return {
		places: programmePlaces,
		quarter,
		region: region ?? '',
		quarters: listQuarters(today),
		hasAll: by.region === undefined,
		sessions: sessions.map(toView),
		planned: planned.map(({ id, province, setting, audience, language, day }) =>
			toShown({ id, province, setting, audience, language, day }),
		),
		disputes: disputes.map(({ session, others }) => ({ session: toView(session), others })),
		toLookAt: waiting.map(toView),
		lookedAt: (await listLookedAt(db(), by)).map(toView),
		figures: may(by, 'read', 'session', 'unit')
			? await listFigures(quarter, by.region ?? region ?? country)
			: [],
	}
}

/** What was held for an action of the plan, as far as a person may see it; `undefined` where there is nothing to show. */
export const listActionSessions = async (by: Person, action: string) => {
	if (!may(by, 'read', 'session')) return undefined
	const { shown, isCut } = await listSessionsOf(db(), action, by)
	return shown.length === 0 ? undefined : { shown: shown.map(toView), isCut, places: programmePlaces }
}
