/** Referrals as they are kept: drafted, agreed to, queued; each with what happened to it. */
export { askReferral, draftReferral, dropReferral } from './draft-store.ts'
export type { ReferralDatabase, ReferralTables } from './referral-tables.ts'
export { listOrigins, type SendingDesk } from './referred.ts'
export { sendByNextChannel, sendReferral } from './send-store.ts'
export { isReferralUnseen, listUnseenReferrals } from './unseen-store.ts'
export { findReferral, listReferrals, listReferralsOfCase } from './view-store.ts'
