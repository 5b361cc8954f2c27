/** Cases that this tab has shown to who sits here: told to the server once for each case, and only while the window is looked at. */
import { keyring } from '#domains/people/keys'
import { ask } from './opened.svelte.ts'
import { lookNow } from './watch.svelte.ts'

const told = new Set<string>()

keyring.subscribe((key) => {
	if (!key) told.clear()
})

/** Tells that the person has seen a case. Answer: `undefined`, or the code of the refusal; the alarm goes on then. */
export const postSeen = async (id: string): Promise<string | undefined> => {
	if (told.has(id)) return undefined
	const answer = await ask(`/desk/cases/${id}/seen`, {})
	if (!answer.ok) return answer.refused
	told.add(id)
	await lookNow()
	return undefined
}

/** Does `work` as soon as the window is looked at, which may be now. Answer: what takes it back. */
export const whenLookedAt = (work: () => void): (() => void) => {
	const look = (): void => {
		if (document.visibilityState !== 'visible') return
		document.removeEventListener('visibilitychange', look)
		work()
	}
	document.addEventListener('visibilitychange', look)
	look()
	return () => document.removeEventListener('visibilitychange', look)
}
