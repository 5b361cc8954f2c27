import { createHash, randomBytes } from 'node:crypto'
import { invitationAge } from '../../person.ts'
import type { PeopleQueries } from '../people-tables.ts'

/** Person whom an invitation is for. */
export type Invited = { id: string; name: string }

const toHash = (token: string): string => createHash('sha256').update(token).digest('hex')

const isToken = (token: string): boolean => /^[\w-]{43}$/u.test(token)

/**
 * Makes the one invitation of a person, in place of an older one: a token of 256 random bits, of which only the hash is kept.
 * Valid for 72 hours and once.
 */
export const invite = async (db: PeopleQueries, personId: string, now: Date): Promise<string> => {
	const token = randomBytes(32).toString('base64url')
	const row = { hash: toHash(token), expires_at: new Date(now.getTime() + invitationAge) }
	await db
		.insertInto('staff_invitation')
		.values({ user_id: personId, ...row })
		.onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
		.execute()
	return token
}

/** Finds the person whom a token invites; `undefined` when it is unknown, used, over, or the account is closed: nothing tells these apart. */
export const findInvited = async (
	db: PeopleQueries,
	token: string,
	now: Date,
): Promise<Invited | undefined> => {
	if (!isToken(token)) return undefined
	return db
		.selectFrom('staff_invitation')
		.innerJoin('staff_user', 'staff_user.id', 'staff_invitation.user_id')
		.where('hash', '=', toHash(token))
		.where('expires_at', '>', now)
		.where('disabled', '=', false)
		.select(['staff_user.id', 'staff_user.name'])
		.executeTakeFirst()
}

/** Uses an invitation up. Answer: whether this was the one use. */
export const useInvitation = async (db: PeopleQueries, token: string, now: Date): Promise<boolean> => {
	if (!isToken(token)) return false
	const used = await db
		.deleteFrom('staff_invitation')
		.where('hash', '=', toHash(token))
		.where('expires_at', '>', now)
		.returning('user_id')
		.executeTakeFirst()
	return used !== undefined
}
