import type { PasskeyOptions } from '@better-auth/passkey'
import { APIError, getSessionFromCtx } from 'better-auth/api'
import { isFresh } from '../../person.ts'
import { findInvited, useInvitation } from '../accounts/invitation-store.ts'
import type { PeopleQueries } from '../people-tables.ts'
import { clearWaysIn } from '../sign-in/ways-store.ts'

/** Header in which the page of an invitation sends its token: it stays out of addresses and of the database. */
export const invitationHeader = 'x-thiqa-invitation'

const refuse = (): never => {
	throw new APIError('UNAUTHORIZED')
}

/**
 * Who may add a passkey: whoever holds an invitation, once, or whoever has just signed in. The device must have asked for
 * a finger, a face or a code, each time.
 */
export const makePasskeyRules = (
	db: PeopleQueries,
	now: () => Date,
): Pick<PasskeyOptions, 'registration' | 'authentication'> => ({
	registration: {
		requireSession: false,
		resolveUser: async ({ ctx }) => {
			const token = ctx.headers?.get(invitationHeader) ?? ''
			return (await findInvited(db, token, now())) ?? refuse()
		},
		afterVerification: async ({ ctx, verification, user }) => {
			if (verification.registrationInfo?.userVerified !== true) refuse()
			const session = await getSessionFromCtx(ctx)
			if (session) {
				if (!isFresh({ signedInAt: new Date(session.session.createdAt) }, now())) refuse()
				return
			}
			const token = ctx.headers?.get(invitationHeader) ?? ''
			const invited = await findInvited(db, token, now())
			if (invited?.id !== user.id || !(await useInvitation(db, token, now()))) refuse()
			await clearWaysIn(db, user.id)
		},
	},
	authentication: {
		afterVerification: async ({ verification }) => {
			if (!verification.authenticationInfo.userVerified) refuse()
		},
	},
})
