import { createHash, randomBytes } from 'node:crypto'
import type { Language } from '#base'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import { findPerson } from '#domains/people/server'
import { may, type Person } from '#domains/people'
import { listPreservationRequests } from '#domains/exchange/preservation/server'
import type { PreservationDesk, PreservationQueries } from '../../server/preservation-tables.ts'

const hashToken = (token: string): string =>
	createHash('sha256').update(`thiqa/calendar/v1\0${token}`).digest('hex')

/** True when a person has an address that answers. */
export const hasCalendar = async (db: PreservationQueries, person: string): Promise<boolean> =>
	(await db
		.selectFrom('preservation_calendar')
		.select('user_id')
		.where('user_id', '=', person)
		.executeTakeFirst()) !== undefined

/** Makes an address in place of the one there was. Answer: its token, 43 letters, which is kept nowhere. */
export const makeCalendar = ({ db, now }: PreservationDesk, person: Person): Promise<string> =>
	db.transaction().execute(async (trx) => {
		const token = randomBytes(32).toString('base64url')
		const row = { token_hash: hashToken(token), made: toQuarterHour(now()) }
		await trx
			.insertInto('preservation_calendar')
			.values({ user_id: person.id, ...row })
			.onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
			.execute()
		await recordActs(trx, [{ act: 'preservation/calendar-made', by: person.id, at: now() }])
		return token
	})

/** Takes it back: from now on the address answers nobody. */
export const revokeCalendar = ({ db, now }: PreservationDesk, person: Person): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const gone = await trx
			.deleteFrom('preservation_calendar')
			.where('user_id', '=', person.id)
			.executeTakeFirst()
		if (gone.numDeletedRows > 0n)
			await recordActs(trx, [{ act: 'preservation/calendar-revoked', by: person.id, at: now() }])
	})

export type CalendarDays = {
	language: Language
	/** Clocks that run, of requests that the person may see. */
	days: { clock: string; reference: string; due: string }[]
}

/** Days that the address of a token shows; `undefined` when it is nobody's, or of somebody who may not see requests any more. */
export const findCalendarDays = async (
	db: PreservationQueries,
	token: string,
): Promise<CalendarDays | undefined> => {
	if (!/^[\w-]{43}$/u.test(token)) return undefined
	const row = await db
		.selectFrom('preservation_calendar')
		.select('user_id')
		.where('token_hash', '=', hashToken(token))
		.executeTakeFirst()
	const person = row && (await findPerson(db, row.user_id))
	if (!person || person.disabled || !may(person, 'read', 'preservation')) return undefined
	const requests = await listPreservationRequests(db, person)
	return {
		language: person.language,
		days: requests.flatMap(({ reference, running }) =>
			running.map(({ id, due }) => ({ clock: id, reference, due })),
		),
	}
}
