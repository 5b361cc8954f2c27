/**
 * A copy of the checkpoint that was signed last, in `<dataDir>/keys/record.note`: outside the database, so that a hand in the database
 * alone cannot shorten the record or build another in its place. It is no word of a witness: who holds both writes both anew.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, open, rename, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '#base'
import { getRoot } from '#tools/seal/merkle-log'
import { parseCheckpoint, parseNote } from '#tools/seal/signed-note'
import { findSecret } from '../key-file.ts'
import type { AuditQueries } from './audit-tables.ts'
import type { StoredCheckpoint } from './checkpoint-store.ts'
import { readHashesFrom } from './hash-store.ts'

const file = 'record.note'
/** A file that is written after each report would tell in its date when the last one came. */
const noTime = new Date(0)

/** Path of the copy, for words to an operator. */
export const getKeptPath = (dataDir: string): string => join(dataDir, 'keys', file)

/** A checkpoint that the record must continue: how many entries it had, and the root over them. */
export type KeptCheckpoint = { size: number; root: Uint8Array; origin: string; note: string }

/** Reads a signed note as a checkpoint. Throws AppError `record.copy-wrong`. */
export const toKept = (note: string): KeptCheckpoint => {
	const parsed = parseNote(note)
	const head = parsed.ok ? parseCheckpoint(parsed.value.text) : parsed
	if (head.ok) return { size: head.value.size, root: head.value.root, origin: head.value.origin, note }
	throw new AppError('record.copy-wrong', 500, 'Reading the copy of the last checkpoint: it is none')
}

/**
 * The copy of the checkpoint that this installation signed last; `undefined` when there is none.
 * @throws AppError `record.copy-wrong`, and what `findSecret()` throws
 */
export const findKeptCheckpoint = async (dataDir: string): Promise<KeptCheckpoint | undefined> => {
	const note = await findSecret(dataDir, file)
	return note === undefined ? undefined : toKept(note)
}

/** Puts a copy in the place of the one before: whole, or not at all. */
export const keepCheckpoint = async (dataDir: string, note: string): Promise<void> => {
	const path = getKeptPath(dataDir)
	await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
	const unfinished = `${path}.${randomBytes(6).toString('hex')}`
	await writeFile(unfinished, note, { mode: 0o600, flush: true })
	await utimes(unfinished, noTime, noTime)
	await rename(unfinished, path)
	await utimes(join(dataDir, 'keys'), noTime, noTime)
	await using folder = await open(join(dataDir, 'keys'))
	await folder.sync()
}

/**
 * Refuses a record that does not continue a checkpoint which it has signed. Reads at most log2(size) hashes.
 *
 * @param last - the newest checkpoint of the database
 * @throws AppError `record.shorter` (it has fewer entries now), `record.forked` (others stand in their places)
 */
export const refuseOtherThan = async (
	db: AuditQueries,
	kept: KeptCheckpoint,
	last: StoredCheckpoint | undefined,
): Promise<void> => {
	if (!last || last.size < kept.size)
		throw new AppError(
			'record.shorter',
			500,
			`Continuing the record: it has ${last?.size ?? 0} entries in this database, and had ${kept.size} when it was last signed`,
		)
	const root =
		last.size === kept.size
			? last.root
			: await getRoot(kept.size, readHashesFrom(db)).catch(() => new Uint8Array())
	if (Buffer.compare(root, kept.root) !== 0)
		throw new AppError(
			'record.forked',
			500,
			`Continuing the record: other entries stand in this database than the ${kept.size} that were last signed`,
		)
}
