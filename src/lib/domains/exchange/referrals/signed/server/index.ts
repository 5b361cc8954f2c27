/** Referrals over the signed channel: how they go out, and what is done with what comes in. */
export { createReferralHandlers } from './handlers.ts'
export { createSignedWay } from './signed-way.ts'
