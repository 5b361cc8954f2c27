/** A session as a phone keeps it until it has arrived: its revisions, and what was answered to each. Values in, values out. */
import { day } from '#base'
import { formVersion, toEntryText, type Entry } from '../entry.ts'

/** The answer to an entry; `waiting`: nothing yet. */
export type EntryState = 'waiting' | 'sent' | 'conflict' | 'over' | 'place' | 'day' | 'late'

export type KeptRevision = {
	text: string
	sha256: string
	state: EntryState
	/** It may have arrived though nothing was heard: what it says is fixed now. */
	isTried: boolean
	/** Milliseconds since 1970, by the phone's clock. */
	since: number
}

export type KeptSession = { id: string; revisions: readonly KeptRevision[]; values: Entry['values'] }

/** Days after which what has not been sent is said loudly. */
const loudAfter = 3

/** Refusals that a correction takes away: nothing of this revision was kept by whoever refused. */
const mendable: readonly EntryState[] = ['place', 'day']

const isFree = ({ state, isTried }: KeptRevision): boolean =>
	mendable.includes(state) || (state === 'waiting' && !isTried)

/** Revisions that a correction builds on: all of them, without a last one that has gone nowhere. */
const listFixed = ({ revisions }: KeptSession): readonly KeptRevision[] => {
	const last = revisions.at(-1)
	return last && isFree(last) ? revisions.slice(0, -1) : revisions
}

type Writing = { values: Entry['values']; now: number; digest: (text: string) => Promise<string> }

/**
 * The session with these values: in place of a last revision that nobody has seen, else as the next one. `undefined` when it is taken back
 * before anybody has seen it: there is nothing to keep.
 *
 * @param known - as it is kept; left out for a new one, `id` then is its own
 */
export const writeRevision = async (
	{ id, known }: { id: string; known?: KeptSession | undefined },
	{ values, now, digest }: Writing,
): Promise<KeptSession | undefined> => {
	const fixed = known ? listFixed(known) : []
	if (values === null && fixed.length === 0) return undefined
	const before = fixed.at(-1)
	const text = toEntryText({
		instance_id: id,
		revision: fixed.length + 1,
		prev_sha256: before?.sha256 ?? null,
		form_version: formVersion,
		values,
	})
	const next: KeptRevision = {
		text,
		sha256: await digest(text),
		state: 'waiting',
		isTried: false,
		since: now,
	}
	return { id, revisions: [...fixed, next], values: values ?? known?.values ?? null }
}

/** The session after an answer to one of its revisions. */
export const keepAnswer = (session: KeptSession, place: number, state: EntryState): KeptSession => ({
	...session,
	revisions: session.revisions.map((one, at) => (at === place ? { ...one, state } : one)),
})

/** The session once a revision is on its way: what it says is fixed from now on. */
export const noteTried = (session: KeptSession, place: number): KeptSession => ({
	...session,
	revisions: session.revisions.map((one, at) => (at === place ? { ...one, isTried: true } : one)),
})

/** The session with everything to be sent again: whoever receives misses what came before. */
export const sendAgain = (session: KeptSession): KeptSession => ({
	...session,
	revisions: session.revisions.map((one) => ({ ...one, state: 'waiting' as const })),
})

/** Place of the first revision that waits; -1 when none does, or when one before it was refused. */
export const findWaiting = ({ revisions }: KeptSession): number => {
	const place = revisions.findIndex(({ state }) => state !== 'sent' && state !== 'conflict')
	return revisions[place]?.state === 'waiting' ? place : -1
}

/** The word for a session: the answer to its last revision, or that it was taken back. */
export const getShownState = ({ revisions }: KeptSession): EntryState | 'taken-back' => {
	const last = revisions.at(-1)
	const stopped = revisions.find(({ state }) => !['sent', 'waiting', 'conflict'].includes(state))
	const state = stopped?.state ?? last?.state ?? 'waiting'
	return state === 'sent' && last?.text.includes('"values":null') ? 'taken-back' : state
}

/** Sessions that are not sent, and those of them that are not since three days. */
export const countUnsent = (
	sessions: readonly KeptSession[],
	now: number,
): { unsent: number; old: number } => {
	const waiting = sessions.flatMap(({ revisions }) => {
		const all = revisions.filter(({ state }) => state !== 'sent' && state !== 'conflict')
		return all.length > 0 ? [Math.min(...all.map(({ since }) => since))] : []
	})
	return { unsent: waiting.length, old: waiting.filter((since) => now - since >= loudAfter * day).length }
}
