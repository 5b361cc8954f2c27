/** The outbox of referrals: the ways out of the house, and the runner that sends what is due. */
export { noteSilence, sendDue } from './outbox-store.ts'
export { callBackMessages } from './queue.ts'
export { listWayKinds, type Outgoing, type SealedFor, type TryEnd, type Way, type Ways } from './way.ts'
