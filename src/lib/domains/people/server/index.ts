/** People on the server: accounts, invitations, ways to sign in, sessions. Passkeys are spoken through `people.auth.handler`. */
export { findInvited, invite, useInvitation, type Invited } from './accounts/invitation-store.ts'
export {
	addPerson,
	findPerson,
	listPeople,
	setDisabled,
	setLanguage,
	setRoles,
	type PersonRecord,
} from './accounts/person-store.ts'
export { openPeople, type People } from './people.ts'
export type { PeopleQueries, PeopleTables, PeopleTransaction } from './people-tables.ts'
export {
	endSession,
	endSessions,
	findSignedIn,
	peekSignedIn,
	isFormToken,
	listSessions,
	pruneChallenges,
	type SignedIn,
} from './sessions/session-store.ts'
export { getCookiePrefix } from './sessions/staff-auth.ts'
export { invitationHeader } from './sessions/passkey-rules.ts'
export { areCodesTried } from './sign-in/attempt-store.ts'
export { enrolWithPasskey, enrolWithPassphrase, renewPassphrase } from './sign-in/enrol.ts'
export { signInWithPassphrase, type SignInAnswer } from './sign-in/passphrase-sign-in.ts'
export { keepTotpSecret, makeTotpSecret, type NewSecret } from './sign-in/totp.ts'
export { listWaysIn, removePasskey, removePassphrase } from './sign-in/ways-store.ts'
