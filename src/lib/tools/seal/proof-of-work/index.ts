/**
 * A little work for the sender's device instead of a puzzle for the sender: challenges of ALTCHA
 * (https://altcha.org/docs/v2/proof-of-work/), bound to one form, good until a time, and good once. The part that runs in a
 * browser has a door of its own, `solver/`, so that a page loads nothing else.
 */
export { makeChallenge, type Challenge } from './make-challenge.ts'
export { verifyWork, type ClaimOnce } from './verify-work.ts'
