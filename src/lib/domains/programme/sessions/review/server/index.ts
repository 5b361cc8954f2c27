/** Work of a second person: chooses between entries that differ, looks at one session in fifty; and tallies of a class. */
export { listLookedAt, listToLookAt, lookWays, noteLook } from './look-store.ts'
export { listDisputes, settleDispute } from './rival-store.ts'
export { listClassScores, listTallies, takeTallies } from './tally-store.ts'
