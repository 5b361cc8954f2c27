import { AppError } from '#base'
import { parseCheckpoint, parseNote } from '#tools/seal/signed-note'
import type { AuditQueries, AuditTransaction } from './audit-tables.ts'

/** A checkpoint as it was published. */
export type StoredCheckpoint = {
	size: number
	/** 32 bytes. */
	root: Uint8Array
	/** Name under which the record was published then. */
	origin: string
	/** The part that is signed. */
	text: string
	/** The whole signed note, with the words of witnesses that have come so far. */
	note: string
	/** The hour in which the record had this size. */
	hour: Date
	/** Enough witnesses have signed it, so that anybody may see it. */
	published: boolean
}

type Row = Pick<StoredCheckpoint, 'size' | 'note' | 'hour' | 'published'>

const toStored = ({ size, note, hour, published }: Row): StoredCheckpoint => {
	const parsed = parseNote(note)
	const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
	if (!parsed.ok || !head.ok || head.value.size !== size)
		throw new AppError('record.broken', 500, `Reading the checkpoint of ${size} entries: it is not one`)
	return {
		size,
		root: head.value.root,
		origin: head.value.origin,
		text: parsed.value.text,
		note,
		hour,
		published,
	}
}

/** The newest checkpoint, shown to anybody or not; `undefined` before the record was first signed. Throws AppError `record.broken`. */
export const findCheckpoint = async (db: AuditQueries): Promise<StoredCheckpoint | undefined> => {
	const row = await db
		.selectFrom('audit_checkpoint')
		.selectAll()
		.orderBy('size', 'desc')
		.limit(1)
		.executeTakeFirst()
	return row && toStored(row)
}

/** The newest checkpoints that anybody may see, newest first. Throws AppError `record.broken`. */
export const listShown = async (db: AuditQueries, most: number): Promise<StoredCheckpoint[]> => {
	const rows = await db
		.selectFrom('audit_checkpoint')
		.selectAll()
		.where('published', '=', true)
		.orderBy('size', 'desc')
		.limit(most)
		.execute()
	return rows.map(toStored)
}

/** Checkpoints of sizes above one and up to another, the smallest first. */
export const listCheckpointsBetween = async (
	db: AuditQueries,
	[above, upTo]: readonly [number, number],
): Promise<StoredCheckpoint[]> => {
	const rows = await db
		.selectFrom('audit_checkpoint')
		.selectAll()
		.where('size', '>', above)
		.where('size', '<=', upTo)
		.orderBy('size')
		.execute()
	return rows.map(toStored)
}

/** The checkpoint of a size. Holds the row until the transaction ends, so that two witnesses cannot undo each other. */
export const findCheckpointToChange = async (
	trx: AuditTransaction,
	size: number,
): Promise<StoredCheckpoint | undefined> => {
	const row = await trx
		.selectFrom('audit_checkpoint')
		.selectAll()
		.where('size', '=', size)
		.forUpdate()
		.executeTakeFirst()
	return row && toStored(row)
}
