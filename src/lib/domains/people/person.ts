import { hour, minute, type Language } from '#base'
import type { StaffRole } from './role.ts'

/** Someone who works at the desk, as the rules see them. */
export type Person = {
	/** Random UUID. */
	id: string
	roles: readonly StaffRole[]
	/** Region that their work for the programme is limited to, ISO 3166-2 as `MA-08`; none: the whole country. */
	region?: string | undefined
}

/** A person who is signed in now. */
export type Staff = Person & {
	name: string
	/** Language in which the desk speaks to this person. */
	language: Language
	/** Time at which this session was opened with a passkey, or with passphrase and code. */
	signedInAt: Date
	/** Stands in forms that must come from a page of this session. */
	formToken: string
}

/** Longest life of a session, in milliseconds: one shift. */
export const sessionAge = 12 * hour

/** Longest life of a session without a request, in milliseconds. */
export const idleAge = 30 * minute

/** Time that a session counts as just opened, in milliseconds: for keys, exports and ways to sign in. */
const freshAge = 10 * minute

/** Time that an invitation can be used, in milliseconds. */
export const invitationAge = 72 * hour

/** True when a person has just shown who they are; if not, an act on keys, exports or accounts asks them to sign in again. */
export const isFresh = ({ signedInAt }: Pick<Staff, 'signedInAt'>, now: Date): boolean =>
	now.getTime() - signedInAt.getTime() < freshAge

/** Gives the end of a session opened at `openedAt` if no request comes after `now`. */
export const getSessionEnd = (openedAt: Date, now: Date): Date =>
	new Date(Math.min(openedAt.getTime() + sessionAge, now.getTime() + idleAge))
