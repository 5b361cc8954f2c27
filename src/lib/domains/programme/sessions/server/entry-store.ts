/**
 * Takes an entry exactly once, however often and from wherever it is sent: lost answers, two tabs, a restored phone, the network
 * and paper. Whatever is answered has been committed.
 */
import { addDays, AppError } from '#base'
import { findRegionOf } from '../../places/index.ts'
import {
	addEntry,
	findEntry,
	findSession,
	isRival,
	keepRival,
	writeSession,
	type Owner,
	type SentEntry,
	type SessionRow,
} from './entry-rows.ts'
import type { SessionDesk, SessionTransaction, EntrySource } from './session-tables.ts'

/** Why an entry is not taken, and not kept. */
export type EntryRefusal = 'entry.over' | 'entry.not-yours' | 'entry.place' | 'entry.day' | 'entry.late'

/**
 * `kept`: the verdict of the first time. `conflict`: another entry came at this revision, both are kept and a person chooses. `gap`: the
 * revision before is not here: whoever sends sends all.
 */
export type TakenEntry =
	| { is: 'kept'; verdict: 'counted' | 'taken-back'; isNew: boolean }
	| { is: 'conflict' }
	| { is: 'gap' }
	| { is: 'refused'; code: EntryRefusal }

export type EntrySender = {
	owner: Owner
	source: EntrySource
	/** Asked once it is known that the entry is new; the session as it stands, where there is one. */
	gate: (session: SessionRow | undefined) => EntryRefusal | undefined
	/** Pays for a new session, once it is in; false when nothing is left to pay with: then it is not. */
	spend?: (trx: SessionTransaction) => Promise<boolean>
}

/** Days before today that a session may have been held, and after: where the sender is, tomorrow may have begun. */
const [oldest, ahead] = [400, 1]

/** Why what an entry says cannot be. */
const findFault = (
	{ entry: { values } }: SentEntry,
	{ now, places }: SessionDesk,
	session: SessionRow | undefined,
): EntryRefusal | undefined => {
	if (values === null) return undefined
	if (findRegionOf(places, values.province) === undefined) return 'entry.place'
	const today = now().toISOString().slice(0, 10)
	if (values.held_on > addDays(today, ahead)) return 'entry.day'
	const isOld = values.held_on < addDays(today, -oldest) && values.held_on !== session?.held_on
	return isOld ? 'entry.day' : undefined
}

/** Where an entry that is new stands among those of its session. */
const findPlaceOf = async (
	trx: SessionTransaction,
	{ entry: { instance_id, revision, prev_sha256 } }: SentEntry,
	kept: { sha256: string } | undefined,
): Promise<'next' | 'gap' | 'rival'> => {
	if (kept) return 'rival'
	if (prev_sha256 === null) return 'next'
	const before = { revision: revision - 1, sha256: prev_sha256 }
	const last = await findEntry(trx, { instance_id, revision: before.revision })
	if (last?.sha256 === prev_sha256) return 'next'
	return (await isRival(trx, instance_id, before)) ? 'rival' : 'gap'
}

/** {@link takeEntry} within a transaction of its caller. */
export const takeEntryIn = async (
	trx: SessionTransaction,
	desk: SessionDesk,
	{ sent, sender }: { sent: SentEntry; sender: EntrySender },
): Promise<TakenEntry> => {
	const session = await findSession(trx, sent.entry.instance_id, true)
	const kept = await findEntry(trx, sent.entry)
	if (kept?.sha256 === sent.sha256) return { is: 'kept', verdict: kept.verdict, isNew: false }
	const code = findFault(sent, desk, session) ?? sender.gate(session)
	if (code) return { is: 'refused', code }
	const [at, { owner, source }] = [desk.now(), sender]
	const place = await findPlaceOf(trx, sent, kept)
	if (place === 'gap') return { is: 'gap' }
	if (place === 'rival') {
		await keepRival(trx, sent, { source, at })
		return { is: 'conflict' }
	}
	// Another request was first by a moment: what it brought is there now.
	if (!(await addEntry(trx, sent, { source, at }))) return takeEntryIn(trx, desk, { sent, sender })
	if (sent.entry.revision === 1 && (await sender.spend?.(trx)) === false)
		throw new AppError('entry.over', 403, 'taking an entry: its link is used up')
	const look = desk.isPicked() ? 'picked' : 'none'
	await writeSession(trx, sent, { places: desk.places, owner, source, at, look })
	const verdict = sent.entry.values === null ? 'taken-back' : 'counted'
	return { is: 'kept', verdict, isNew: true }
}

/** Takes an entry in a transaction of its own: answered only once it is committed. */
export const takeEntry = async (
	desk: SessionDesk,
	given: { sent: SentEntry; sender: EntrySender },
): Promise<TakenEntry> => {
	try {
		return await desk.db.transaction().execute((trx) => takeEntryIn(trx, desk, given))
	} catch (problem) {
		if (problem instanceof AppError && problem.code === 'entry.over')
			return { is: 'refused', code: problem.code }
		throw problem
	}
}
