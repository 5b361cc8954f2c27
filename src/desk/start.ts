/** What the desk finishes when its process starts; what it does again and again stands in `src/upkeep.ts`. */
import type { Config } from '#platform'
import { recordKeyActs } from './key-acts.ts'

/** `npm run dev` reads this file again after a change: what is done already is not done twice. */
const kept = globalThis as { thiqaDesk?: true }

/** Completes a destruction of a key that was interrupted. */
export const startDesk = async ({ roles }: Config): Promise<void> => {
	if (kept.thiqaDesk || !roles.includes('desk')) return
	kept.thiqaDesk = true
	await recordKeyActs()
}
