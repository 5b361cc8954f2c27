/** Writing by people with an account: a session that was held, a correction, and entries of others that they bring along. */
import { randomUUID } from 'node:crypto'
import { AppError, day } from '#base'
import { recordActs } from '#domains/acts/server'
import { may, type Person } from '#domains/people'
import { findRegionOf, getReach } from '../../places/index.ts'
import { formVersion, type Entry } from '../entry.ts'
import type { SessionValues } from '../session.ts'
import { findSession, toSent, type SentEntry, type SessionRow } from './entry-rows.ts'
import { takeEntryIn, type EntryRefusal, type EntrySender, type TakenEntry } from './entry-store.ts'
import { sessionNotAllowed, sessionNotFound } from './session-refusals.ts'
import type { SessionDesk, SessionTransaction, EntrySource } from './session-tables.ts'

/** Days in which a person may correct a session of their own; who answers for the region may longer. */
const correctDays = 30

const toSender = (by: Person, source: EntrySource, owner?: EntrySender['owner']): EntrySender => ({
	owner: owner ?? { invitation: null, trainer: by.id },
	source,
	gate: () => undefined,
})

/** @throws AppError `session.not-allowed` */
const checkWrite = (by: Person, region: string | undefined, doing: string): void => {
	if (region === undefined || !may(by, 'write', 'session', getReach(by, { by: by.id, region })))
		throw sessionNotAllowed(doing)
}

/** @throws AppError with the code of the refusal, `session.changed` where another entry was first */
const expectKept = (taken: TakenEntry): void => {
	if (taken.is === 'kept') return
	if (taken.is === 'refused') throw new AppError(taken.code, 409, 'writing a session: what it says cannot be')
	throw new AppError('session.changed', 409, 'writing a session: somebody else has written meanwhile')
}

/**
 * Writes down a session that was held. Answer: its id.
 *
 * @param id - of the plan that it was; left out for one that was not planned
 * @throws AppError `session.not-allowed`, `session.changed`, `entry.place`, `entry.day`
 */
export const recordSession = (
	desk: SessionDesk,
	{ id = randomUUID(), values }: { id?: string | undefined; values: SessionValues },
	by: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		checkWrite(by, findRegionOf(desk.places, values.province), 'writing a session down')
		const entry: Entry = {
			instance_id: id,
			revision: 1,
			prev_sha256: null,
			form_version: formVersion,
			values,
		}
		expectKept(await takeEntryIn(trx, desk, { sent: toSent(entry), sender: toSender(by, 'desk') }))
		await recordActs(trx, [{ act: 'session/recorded', by: by.id, at: desk.now(), what: { session: id } }])
		return id
	})

/** Requires that a person may correct a session: their own for a month, any of their region where they answer for it. */
const checkCorrect = (by: Person, session: SessionRow, now: Date): void => {
	const { trainer, region, received } = session
	if (!may(by, 'correct', 'session', getReach(by, { by: trainer ?? undefined, region })))
		throw sessionNotAllowed('correcting a session')
	const isLate = now.getTime() - received.getTime() > correctDays * day
	if (isLate && !may(by, 'correct', 'session', getReach(by, { region })))
		throw new AppError('session.late', 409, 'correcting a session: the month for it is over')
}

/**
 * Corrects a session by a revision; `values` `null` takes it back. What has been published stays as it is until an erratum.
 *
 * @param revision - the one that was read
 * @throws AppError `session.not-found`, `session.not-allowed`, `session.late`, `session.changed`, `entry.place`, `entry.day`
 */
export const correctSession = (
	desk: SessionDesk,
	{ id, revision, values }: { id: string; revision: number; values: SessionValues | null },
	by: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const session = await findSession(trx, id, true)
		if (!session) throw sessionNotFound('correcting a session')
		checkCorrect(by, session, desk.now())
		if (values) checkWrite(by, findRegionOf(desk.places, values.province), 'correcting a session')
		if (session.revision !== revision)
			throw new AppError('session.changed', 409, 'correcting a session: it was changed meanwhile')
		await addRevision(trx, desk, { session, values, by })
	})

/** The next revision of a session, by somebody at the desk. */
export const addRevision = async (
	trx: SessionTransaction,
	desk: SessionDesk,
	{ session, values, by }: { session: SessionRow; values: Entry['values']; by: Person },
): Promise<void> => {
	const entry: Entry = {
		instance_id: session.id,
		revision: session.revision + 1,
		prev_sha256: session.sha256,
		form_version: formVersion,
		values,
	}
	expectKept(await takeEntryIn(trx, desk, { sent: toSent(entry), sender: toSender(by, 'desk') }))
	const what = { session: session.id, revision: entry.revision }
	await recordActs(trx, [{ act: 'session/corrected', by: by.id, at: desk.now(), what }])
}

/** An entry that is brought along; the link that it was written with, where that is known. */
export type Brought = { entry: Entry; invitation?: string | undefined }

/** Outcome of bringing entries in: how many are new, were here already, or wait for a person to choose; why others were not taken. */
export type BroughtIn = {
	added: number
	known: number
	conflicts: number
	refused: { place: number; code: EntryRefusal | 'entry.gap' }[]
}

/**
 * Takes entries that somebody brings: sealed ones of a phone, or those of another program. All of them or none: one that cannot be
 * taken is named by its place, and nothing is written.
 *
 * @throws AppError `session.not-allowed`
 */
export const bringIn = async (
	desk: SessionDesk,
	{ brought, source }: { brought: readonly Brought[]; source: 'carried' | 'odk' },
	by: Person,
): Promise<BroughtIn> => {
	const outcome: BroughtIn = { added: 0, known: 0, conflicts: 0, refused: [] }
	const undo = new Error('bringing entries in: one cannot be taken')
	try {
		await desk.db.transaction().execute(async (trx) => {
			for (const [place, one] of brought.entries())
				note(outcome, place, await bringOne(trx, desk, { one, source, by }))
			if (outcome.refused.length > 0) throw undo
			if (outcome.added + outcome.conflicts === 0) return
			const what = { added: outcome.added, conflicts: outcome.conflicts }
			await recordActs(trx, [{ act: 'session/brought-in', by: by.id, at: desk.now(), what }])
		})
	} catch (problem) {
		if (problem !== undo) throw problem
		return { added: 0, known: 0, conflicts: 0, refused: outcome.refused }
	}
	return outcome
}

const bringOne = async (
	trx: SessionTransaction,
	desk: SessionDesk,
	{ one: { entry, invitation }, source, by }: { one: Brought; source: EntrySource; by: Person },
): Promise<TakenEntry> => {
	const known = await findSession(trx, entry.instance_id)
	const region = entry.values ? findRegionOf(desk.places, entry.values.province) : known?.region
	if (region === undefined && entry.values) return { is: 'refused', code: 'entry.place' }
	if (region === undefined) return { is: 'gap' }
	if (!may(by, 'invite', 'session', getReach(by, { region }))) throw sessionNotAllowed('bringing an entry in')
	const owner = invitation === undefined ? undefined : { invitation, trainer: null }
	const sent: SentEntry = toSent(entry)
	return takeEntryIn(trx, desk, { sent, sender: toSender(by, source, owner) })
}

const note = (outcome: BroughtIn, place: number, taken: TakenEntry): void => {
	if (taken.is === 'kept') outcome[taken.isNew ? 'added' : 'known']++
	if (taken.is === 'conflict') outcome.conflicts++
	if (taken.is === 'gap') outcome.refused.push({ place, code: 'entry.gap' })
	if (taken.is === 'refused') outcome.refused.push({ place, code: taken.code })
}
