/** The signed channel on the server: the inbox, what it keeps, sending. */
export type { Handlers } from './arrival.ts'
export {
	findSealedMessage,
	forgetNonces,
	listMessages,
	moveMessage,
	quarantineAfterRevocation,
} from './message-store.ts'
export type { MessageTables } from './message-tables.ts'
export { createInbox, type Inbox } from './receive.ts'
export { sealForPartner, sendToPartner, type SendOutcome } from './send.ts'
