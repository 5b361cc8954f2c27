/** Rows of entries and of the session that they make. */
import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { toHour } from '#base'
import { findRegionOf, type ProgrammePlace } from '../../places/index.ts'
import { toEntryText, type Entry } from '../entry.ts'
import type { SessionQueries, SessionTables, SessionTransaction, EntrySource } from './session-tables.ts'

export type SessionRow = Selectable<SessionTables['programme_session']>

/** An entry that was read, with its one text and the digest of that. */
export type SentEntry = { entry: Entry; text: string; sha256: string }

/** The one behind a session: whoever has the link, or an account. */
export type Owner = { invitation: string | null; trainer: string | null }

export const toSent = (entry: Entry): SentEntry => {
	const text = toEntryText(entry)
	return { entry, text, sha256: createHash('sha256').update(text).digest('hex') }
}

/** Looks a session up; `isLocked`: until the transaction ends nobody else writes to it. */
export const findSession = (
	db: SessionQueries,
	id: string,
	isLocked = false,
): Promise<SessionRow | undefined> => {
	const asked = db.selectFrom('programme_session').selectAll().where('id', '=', id)
	return (isLocked ? asked.forUpdate() : asked).executeTakeFirst()
}

export const findEntry = (
	db: SessionQueries,
	{ instance_id, revision }: Pick<Entry, 'instance_id' | 'revision'>,
) =>
	db
		.selectFrom('session_entry')
		.select(['sha256', 'verdict'])
		.where('instance_id', '=', instance_id)
		.where('revision', '=', revision)
		.executeTakeFirst()

/** True when a digest came as another entry of a revision. */
export const isRival = async (
	db: SessionQueries,
	instance: string,
	{ revision, sha256 }: { revision: number; sha256: string },
): Promise<boolean> =>
	(await db
		.selectFrom('session_rival')
		.select('sha256')
		.where('instance_id', '=', instance)
		.where('revision', '=', revision)
		.where('sha256', '=', sha256)
		.executeTakeFirst()) !== undefined

type Arrival = { source: EntrySource; at: Date }

/** Entries of a session at most that stand beside those that came first: a link that went astray does not fill the table. */
const mostRivals = 20

/** Keeps an entry beside the one that came first; what is there already stays as it is. */
export const keepRival = async (
	trx: SessionTransaction,
	{ entry, text, sha256 }: SentEntry,
	{ source, at }: Arrival,
): Promise<void> => {
	const { instance_id, revision } = entry
	const known = await trx
		.selectFrom('session_rival')
		.select('sha256')
		.where('instance_id', '=', instance_id)
		.execute()
	if (known.length >= mostRivals) return
	await trx
		.insertInto('session_rival')
		.values({ instance_id, revision, sha256, content: text, source, at: toHour(at), settled_by: null })
		.onConflict((conflict) => conflict.columns(['instance_id', 'revision', 'sha256']).doNothing())
		.execute()
}

/** False when another one came at the same moment and was first. */
export const addEntry = async (
	trx: SessionTransaction,
	{ entry: { instance_id, revision, values }, text, sha256 }: SentEntry,
	{ source, at }: Arrival,
): Promise<boolean> => {
	const verdict = values === null ? 'taken-back' : 'counted'
	const added = await trx
		.insertInto('session_entry')
		.values({ instance_id, revision, sha256, content: text, verdict, source, at: toHour(at) })
		.onConflict((conflict) => conflict.columns(['instance_id', 'revision']).doNothing())
		.returning('revision')
		.executeTakeFirst()
	return added !== undefined
}

/** An entry as columns; nothing for one that takes back, whose session keeps what it was. */
const toColumns = ({ values, revision }: Entry, sha256: string, places: readonly ProgrammePlace[]) =>
	values === null
		? { revision, sha256, state: 'taken-back' as const }
		: {
				...values,
				revision,
				sha256,
				state: 'held' as const,
				region: findRegionOf(places, values.province) ?? '',
			}

/** The session as this entry has it: made by the first, changed by each later one. */
export const writeSession = async (
	trx: SessionTransaction,
	{ entry, sha256 }: SentEntry,
	{
		places,
		owner,
		source,
		at,
		look,
	}: Arrival & { places: readonly ProgrammePlace[]; owner: Owner; look: 'none' | 'picked' },
): Promise<void> => {
	const columns = toColumns(entry, sha256, places)
	if (entry.revision > 1) {
		await trx
			.updateTable('programme_session')
			.set(columns)
			.where('id', '=', entry.instance_id)
			.where('revision', '<', entry.revision)
			.execute()
	} else if (columns.state === 'held') {
		await trx
			.insertInto('programme_session')
			.values({
				id: entry.instance_id,
				...columns,
				...owner,
				source,
				received: toHour(at),
				look,
				looked_by: null,
				look_way: null,
				action: columns.action ?? null,
				trained_by: columns.trained_by ?? null,
			})
			.execute()
	}
}
