/** Referrals: from a case to a partner and back. States, clocks, whom to ask, what may leave, what is answered. Rules only. */
export { findLetter, isOutcomeCode, mostNote, toEvent } from './outcome.ts'
export { mostPayload, toPayloadDigest } from './payload.ts'
export { findDeadline, findNextState, getTurn } from './referral.ts'
export { longestTry, urgencyLevels } from './urgency.ts'
