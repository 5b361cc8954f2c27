/** Looks codes of campaigns up. The room of campaigns keeps them; where it is not there, no code is known. */
import { declareSlot } from '../slot.ts'

/** Where a code leads and what it belongs to. `slot`: one of 64; `target`: a path of ours; `province`: none for the whole country. */
export type CountedCode = { slot: number; province?: string | undefined; target: string }
type FindCode = (code: string) => Promise<CountedCode | undefined>

const slot = declareSlot<FindCode>('campaign-codes')

/** Hands on how codes are looked up. */
export const setCodeFinder = (find: FindCode): void => void slot.put(find)

/** Looks a code up; `undefined` when nobody knows it, or the database is away: whoever came is let in by the front door. */
export const findCode = async (code: string): Promise<CountedCode | undefined> => {
	try {
		return await slot.find()?.(code)
	} catch {
		return undefined
	}
}
