import { minute } from '#base'
import type { WitnessAddress } from './ask-witness.ts'

/** Turns of witnesses: who is to be asked when, and where it probably stands. */
export type WitnessTurns = {
	isDue: (witness: WitnessAddress, now: Date) => boolean
	/** Entries of the tree that it has probably signed last. */
	guess: (witness: WitnessAddress) => number
	/** It has signed so many entries. */
	succeed: (witness: WitnessAddress, size: number) => void
	/** It did not give its word: asked again after seconds, then twice as long each time. Answers true for the first failure in a row. */
	fail: (witness: WitnessAddress, now: Date) => boolean
}

/** A witness that is away is never asked more seldom than this. */
const longestWait = 10 * minute
const firstWait = 5_000

export const createWitnessTurns = (): WitnessTurns => {
	const turns = new Map<WitnessAddress, { guess: number; failures: number; notBefore: number }>()
	const guess = (witness: WitnessAddress): number => turns.get(witness)?.guess ?? 0
	return {
		isDue: (witness, now) => (turns.get(witness)?.notBefore ?? 0) <= now.getTime(),
		guess,
		succeed: (witness, size) => void turns.set(witness, { guess: size, failures: 0, notBefore: 0 }),
		fail: (witness, now) => {
			const failures = turns.get(witness)?.failures ?? 0
			const notBefore = now.getTime() + Math.min(longestWait, firstWait * 2 ** failures)
			turns.set(witness, { guess: guess(witness), failures: failures + 1, notBefore })
			return failures === 0
		},
	}
}
