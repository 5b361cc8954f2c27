/** Links with which somebody without an account writes down sessions, and what is sent with them. */
export {
	findInvitation,
	findInvitationId,
	inviteTrainer,
	listInvitations,
	revokeInvitation,
	takeInvitedEntry,
} from './invitation-store.ts'
