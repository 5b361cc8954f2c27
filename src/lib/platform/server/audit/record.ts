/**
 * The public record: a Merkle tree of commitments (RFC 6962) that can only grow, signed as C2SP checkpoints, with the words
 * of witnesses outside. Whoever has one old checkpoint can see whether anything was changed, taken out or put in between.
 */
import { AppError, type Result } from '#base'
import type { Hash } from '#tools/seal/merkle-log'
import { makeNoteKey, makeSigner, openNote, toVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import { findKey, getKey } from '../key-file.ts'
import type { AuditDatabase, AuditQueries } from './audit-tables.ts'
import { findCheckpoint, listCheckpoints, type StoredCheckpoint } from './checkpoint-store.ts'
import { addCosignature } from './cosignature.ts'
import { findConsistency, findInclusion, listLeaves, type EntryPlace, type Inclusion } from './inclusion.ts'
import { hasWaitingEntries, sequenceEntries } from './sequence.ts'

export type PublicRecord = {
	/** The key of the record as it is published: a C2SP verifier key, whose name is the name of the record. */
	verifierKey: string
	/** Witnesses who may cosign a checkpoint. */
	witnesses: readonly NoteKey[]
	findCheckpoint: () => Promise<StoredCheckpoint | undefined>
	listCheckpoints: (most: number) => Promise<StoredCheckpoint[]>
	findInclusion: (place: EntryPlace) => Promise<Inclusion | 'unknown' | 'waiting'>
	findConsistency: (from: number, to: number) => Promise<Hash[] | undefined>
	listLeaves: (from: number, count: number) => Promise<Uint8Array[]>
	addCosignature: (note: string) => Promise<Result<string>>
	/** True while an entry waits for its place, or nothing was signed yet. */
	hasWaiting: () => Promise<boolean>
	/** Gives every waiting entry its place and signs. Answers how many. Throws AppError `record.broken`. */
	sequence: (now: Date) => Promise<number>
}

/** The name under which a record is published: `<host>/record` of the public address. */
export const toRecordName = (origin: string | undefined): string =>
	`${origin === undefined ? 'thiqa.example' : new URL(origin).host}/record`

/** A record whose newest checkpoint another key has signed came back without its key: it must not be continued. */
const refuseOtherKey = async (db: AuditQueries, dataDir: string): Promise<void> => {
	const [last, secretKey] = [await findCheckpoint(db), await findKey(dataDir, 'log')]
	if (!last) return
	const wanted = `bring ${dataDir}/keys/log.key back from the backup of the keys (npm run keys:restore, docs/keys.md); without it this record cannot go on`
	if (!secretKey)
		throw new AppError(
			'record.key-missing',
			500,
			`Opening the public record: its key is not there; ${wanted}`,
		)
	const { key } = await makeSigner(last.origin, 'ed25519', secretKey)
	if (!(await openNote(last.note, [key])).ok)
		throw new AppError(
			'record.other-key',
			500,
			`Opening the public record: another key has signed it; ${wanted}`,
		)
}

/**
 * Opens the record of an installation; its key is made with it, in `<dataDir>/keys/log.key`.
 * @throws AppError `record.key-missing` or `record.other-key` when the key is not the one that signed so far,
 * `key.open-to-others` or `key.wrong` when its file is not as it must be
 */
export const openRecord = async ({
	kysely: db,
	dataDir,
	origin,
	witnesses,
}: {
	kysely: AuditDatabase
	dataDir: string
	origin: string | undefined
	witnesses: readonly NoteKey[]
}): Promise<PublicRecord> => {
	await refuseOtherKey(db, dataDir)
	const signer = await makeSigner(toRecordName(origin), 'ed25519', await getKey(dataDir, 'log'))
	return {
		verifierKey: toVerifierKey(signer.key),
		witnesses,
		findCheckpoint: () => findCheckpoint(db),
		listCheckpoints: (most) => listCheckpoints(db, most),
		findInclusion: (place) => findInclusion(db, place),
		findConsistency: (from, to) => findConsistency(db, from, to),
		listLeaves: (from, count) => listLeaves(db, from, count),
		addCosignature: (note) => addCosignature(db, witnesses, note),
		hasWaiting: () => hasWaitingEntries(db),
		sequence: (now) => sequenceEntries(db, signer, now),
	}
}

/** The same public key under the name that an earlier checkpoint bears: an installation may have moved to another address. */
export const toKeyUnderName = (key: NoteKey, name: string): NoteKey =>
	makeNoteKey(name, key.type, key.publicKey)
