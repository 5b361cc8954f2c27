import { createHmac, timingSafeEqual } from 'node:crypto'
import { languages, minute } from '#base'
import { sql } from 'kysely'
import { getSessionEnd, type Staff } from '../../person.ts'
import { isStaffRole } from '../../role.ts'
import type { PeopleQueries } from '../people-tables.ts'
import type { StaffAuth } from './staff-auth.ts'

/** A signed-in person with the id of their session. */
export type SignedIn = Staff & { sessionId: string }

/** A session as its owner sees it. */
export type SessionRecord = { id: string; openedAt: Date; usedAt: Date }

/** Interval at which the time of the last request is written down, in milliseconds. */
const touchEvery = minute

/** Unfinished sign-ins that are kept at most: whoever asks for more pushes out the oldest. */
const mostChallenges = 5000

const makeFormToken = (secret: string, sessionToken: string): string =>
	createHmac('sha256', secret)
		.update(JSON.stringify(['form', sessionToken]))
		.digest('base64url')

/** True when a form was made for this session. */
export const isFormToken = (staff: Staff, given: unknown): boolean => {
	if (typeof given !== 'string') return false
	const [a, b] = [Buffer.from(given), Buffer.from(staff.formToken)]
	return a.length === b.length && timingSafeEqual(a, b)
}

type Sessions = { db: PeopleQueries; auth: StaffAuth; secret: string }

const readSession = async ({ db, auth, secret }: Sessions, headers: Headers) => {
	const found = await auth.api.getSession({ headers })
	if (!found) return undefined
	const { session } = found
	const person = await db
		.selectFrom('staff_user as person')
		.where('id', '=', found.user.id)
		.where('disabled', '=', false)
		.select(['id', 'name', 'language', 'region'])
		.select(
			sql<string[]>`array(select role from staff_role where user_id = person.id order by role)`.as('roles'),
		)
		.executeTakeFirst()
	if (!person) return undefined
	const staff: SignedIn = {
		...person,
		roles: person.roles.filter(isStaffRole),
		region: person.region ?? undefined,
		language: languages.find((language) => language === person.language) ?? 'fr',
		signedInAt: new Date(session.createdAt),
		formToken: makeFormToken(secret, session.token),
		sessionId: session.id,
	}
	return { staff, usedAt: new Date(session.updatedAt) }
}

/**
 * Finds who sends these headers; `undefined` without a session, after half an hour without a request, after twelve hours, or
 * when the account is closed. Seen is seen: the half hour starts anew.
 */
export const findSignedIn = async (
	sessions: Sessions,
	headers: Headers,
	now: Date,
): Promise<SignedIn | undefined> => {
	const found = await readSession(sessions, headers)
	if (!found) return undefined
	const { staff, usedAt } = found
	if (now.getTime() - usedAt.getTime() > touchEvery)
		await sessions.db
			.updateTable('staff_session')
			.set({ updated_at: now, expires_at: getSessionEnd(staff.signedInAt, now) })
			.where('id', '=', staff.sessionId)
			.execute()
	return staff
}

/** The same for what a page asks by itself: a screen that nobody looks at must not keep a session open. */
export const peekSignedIn = async (sessions: Sessions, headers: Headers): Promise<SignedIn | undefined> =>
	(await readSession(sessions, headers))?.staff

/** Open sessions of a person, newest first. */
export const listSessions = async (
	db: PeopleQueries,
	personId: string,
	now: Date,
): Promise<SessionRecord[]> => {
	const rows = await db
		.selectFrom('staff_session')
		.where('user_id', '=', personId)
		.where('expires_at', '>', now)
		.select(['id', 'created_at', 'updated_at'])
		.orderBy('created_at', 'desc')
		.execute()
	return rows.map(({ id, created_at, updated_at }) => ({ id, openedAt: created_at, usedAt: updated_at }))
}

export const endSession = async (db: PeopleQueries, sessionId: string): Promise<void> => {
	await db.deleteFrom('staff_session').where('id', '=', sessionId).execute()
}

/** Signs a person out on every device; `except`: the id of a session that stays. */
export const endSessions = async (db: PeopleQueries, personId: string, except?: string): Promise<void> => {
	const all = db.deleteFrom('staff_session').where('user_id', '=', personId)
	await (except ? all.where('id', '!=', except) : all).execute()
}

/** Keeps the table of unfinished sign-ins small, because anyone can begin one. */
export const pruneChallenges = async (db: PeopleQueries, now: Date): Promise<void> => {
	await db
		.deleteFrom('staff_verification')
		.where((where) =>
			where.or([
				where('expires_at', '<', now),
				where(
					'id',
					'in',
					where
						.selectFrom('staff_verification')
						.select('id')
						.orderBy('expires_at', 'desc')
						.offset(mostChallenges),
				),
			]),
		)
		.execute()
}
