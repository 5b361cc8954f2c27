/** Sends what a phone has kept, entry by entry, and notes each answer before the next one goes: whatever breaks off goes on where it was. */
import {
	findWaiting,
	keepAnswer,
	noteTried,
	sendAgain,
	type EntryState,
	type KeptSession,
} from '#domains/programme/sessions/phone'
import type { TrainerStore } from './trainer-store.ts'

/** `done`: everything was answered; else why it stopped, with all that is left still kept. */
export type Sync = 'done' | 'offline' | 'failed' | 'no-token'

const ofCode: Readonly<Record<string, EntryState | 'gap'>> = {
	'entry.conflict': 'conflict',
	'entry.gap': 'gap',
	'entry.over': 'over',
	'entry.not-yours': 'over',
	'entry.place': 'place',
	'entry.day': 'day',
	'entry.late': 'late',
}

/** Asks again what was not answered in time. */
const patience = 20_000

const put = async (
	session: KeptSession,
	place: number,
	token: string,
): Promise<EntryState | 'gap' | Sync> => {
	const { text = '' } = session.revisions[place] ?? {}
	try {
		const answer = await fetch(`/programme/entries/${session.id}/${place + 1}`, {
			method: 'PUT',
			headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
			body: text,
			credentials: 'omit',
			cache: 'no-store',
			signal: AbortSignal.timeout(patience),
		})
		if (answer.ok) return 'sent'
		if (answer.status === 401) return 'no-token'
		const { code = '' } = (await answer.json().catch(() => ({}))) as { code?: string }
		return ofCode[code] ?? 'failed'
	} catch {
		return 'offline'
	}
}

const isStop = (answer: EntryState | 'gap' | Sync): answer is Sync =>
	answer === 'offline' || answer === 'failed' || answer === 'no-token' || answer === 'done'

const sendOne = async (store: TrainerStore, id: string, token: string): Promise<Sync> => {
	let hasSentAll = false
	for (;;) {
		const session = await store.find<KeptSession>(`session:${id}`)
		const place = session ? findWaiting(session) : -1
		if (!session || place < 0) return 'done'
		const tried = noteTried(session, place)
		await store.put(`session:${id}`, tried)
		const answer = await put(tried, place, token)
		if (isStop(answer)) return answer
		if (answer === 'gap' && hasSentAll) return 'failed'
		if (answer === 'gap') hasSentAll = true
		await store.put(`session:${id}`, answer === 'gap' ? sendAgain(tried) : keepAnswer(tried, place, answer))
	}
}

/** The key that is sealed to for what is carried by hand: fetched while there is a network, for when there is none. */
const fetchKey = async (store: TrainerStore): Promise<void> => {
	try {
		const answer = await fetch('/programme/entries/key', { credentials: 'omit' })
		const key = answer.ok ? (await answer.text()).trim() : ''
		if (/^age1[0-9a-z]{58}$/u.test(key)) await store.put('recipient', key)
	} catch {
		// Without a network the one that was fetched before stays.
	}
}

const run = async (store: TrainerStore, token: string): Promise<Sync> => {
	await fetchKey(store)
	for (const { id } of await store.list<KeptSession>('session:')) {
		const sync = await sendOne(store, id, token)
		if (sync !== 'done') return sync
	}
	return 'done'
}

/** Does something to what is kept while no other tab does. */
export const alone = <Answer>(work: () => Promise<Answer>): Promise<Answer> =>
	'locks' in navigator ? navigator.locks.request('thiqa-field', work) : work()

/** Sends everything that waits. */
export const sendAll = async (store: TrainerStore): Promise<Sync> => {
	const token = await store.find<string>('token')
	if (token === undefined) return 'no-token'
	return alone(() => run(store, token))
}
