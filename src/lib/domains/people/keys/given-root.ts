/**
 * The root that a person has given the desk's own client (`scripts/desk-client.ts`), and what of the server's keys it has signed: a key that the
 * server has made itself opens like any other, so what is written here is sealed to none that this root does not know.
 */
import { toEpochStart } from './epoch-plan.ts'
import { openRootNote } from './secrets/ceremony.ts'
import type { EpochKey } from './secrets/group-secret.ts'

/** The root that was given; `undefined` without one, and on every page of the server. */
export const readGivenRoot = (): string | undefined => {
	const { deskClient, root } = 'document' in globalThis ? document.documentElement.dataset : {}
	return deskClient === undefined || root === '' ? undefined : root
}

/** True when the server shows another root than the one that the person has given, or hides its own: no key is wrapped for anybody it names. */
export const isOtherRoot = (shown: string | undefined, given: string | undefined): boolean =>
	given !== undefined && given !== shown

/** True when this root has signed exactly this key, for whatever days. */
export const isPublishedBy = async (root: string, key: EpochKey): Promise<boolean> => {
	const text = await openRootNote(key.note ?? '', root)
	return text.ok && text.value.startsWith(toEpochStart(key))
}
