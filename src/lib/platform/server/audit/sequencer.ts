import { lookAgain, type Looking } from './look-again.ts'
import type { PublicRecord } from './record.ts'

/**
 * Gives waiting entries their place, again and again, until stopped. What fails is logged and tried again at the next look:
 * reports are taken in all the same, they wait.
 *
 * @returns stops it, and waits for what is under way
 */
export const keepSequencing = (
	record: Pick<PublicRecord, 'hasWaiting' | 'sequence'>,
	looking: Looking,
): (() => Promise<void>) =>
	lookAgain(async (now) => {
		if (await record.hasWaiting(now)) await record.sequence(now)
	}, looking)
