import { isUuid } from '#base'
import { may, type Person } from '#domains/people'
import { getReach } from '#domains/programme/places'
import { findNextDose } from '#domains/programme/sessions'
import { listTallies } from '#domains/programme/sessions/review/server'
import { findSession, listSeriesOf, maySee } from '#domains/programme/sessions/server'
import { getSessionDesk } from '#server/process/programme/session-desk'
import { toView } from './session-views.ts'

/** A session as its page shows it; `undefined` where there is none, or none for this person. */
export const findSessionPage = async (by: Person, id: string) => {
	const { db, now } = getSessionDesk()
	const session = isUuid(id) ? await findSession(db, id) : undefined
	if (!session || !maySee(by, session)) return undefined
	const reach = getReach(by, { by: session.trainer ?? undefined, region: session.region })
	return {
		session: toView(session),
		next: findNextDose(await listSeriesOf(db, session.series), now().toISOString().slice(0, 10)),
		tallies: await listTallies(db, session.id),
		mayCorrect: may(by, 'correct', 'session', reach),
		mayWrite: may(by, 'write', 'session', reach),
	}
}
