/**
 * The public record: a Merkle tree of commitments (RFC 6962) that can only grow, signed as C2SP checkpoints, with the words
 * of witnesses outside. Whoever has one old checkpoint can see whether anything was changed, taken out or put in between.
 */
import { AppError, type Result } from '#base'
import type { Hash } from '#tools/seal/merkle-log'
import { toVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import type { AuditDatabase, AuditQueries } from './audit-tables.ts'
import { findCheckpoint, listShown, type StoredCheckpoint } from './checkpoint-store.ts'
import { addCosignature, type WitnessPolicy } from './cosignature.ts'
import {
	findConsistency,
	findInclusion,
	listLeaves,
	proveGrowth,
	type EntryPlace,
	type Inclusion,
} from './inclusion.ts'
import {
	findKeptCheckpoint,
	getKeptPath,
	keepCheckpoint,
	refuseOtherThan,
	toKept,
	type KeptCheckpoint,
} from './kept-checkpoint.ts'
import { openLogSigner } from './log-signer/log-signer.ts'
import { isDue, sequenceEntries } from './sequence.ts'

export type PublicRecord = {
	/** The key of the record as it is published: a C2SP verifier key, whose name is the name of the record. */
	verifierKey: string
	/** Witnesses who may cosign a checkpoint, and how many must before it is shown. */
	policy: WitnessPolicy
	/** The newest checkpoint that anybody may see. */
	findCheckpoint: () => Promise<StoredCheckpoint | undefined>
	/** The newest checkpoint that was signed here: witnesses see it before anybody else. */
	findNewest: () => Promise<StoredCheckpoint | undefined>
	/** Proof that a tree of these entries is the beginning of one that was signed here, for a witness. */
	proveGrowth: (from: number, to: number) => Promise<Hash[]>
	/** Compares with a checkpoint of this record that somebody else has kept. Throws AppError `record.shorter`, `record.forked`. */
	refuseOtherThan: (kept: KeptCheckpoint) => Promise<void>
	/** Signs nothing any more: two stories have been told, and what is signed on would be a third. */
	stop: (reason: unknown) => void
	listCheckpoints: (most: number) => Promise<StoredCheckpoint[]>
	findInclusion: (place: EntryPlace) => Promise<Inclusion | 'unknown' | 'waiting'>
	findConsistency: (from: number, to: number) => Promise<Hash[] | undefined>
	listLeaves: (from: number, count: number) => Promise<Uint8Array[]>
	addCosignature: (note: string) => Promise<Result<string>>
	/** True when it is time to give places: an entry waits, nothing was signed yet, or, in an hourly record, not in this hour. */
	hasWaiting: (now: Date) => Promise<boolean>
	/** False when it was signed before and no copy of its last checkpoint was there to compare it with. */
	isCompared: boolean
	/** Gives every waiting entry its place and signs. Answers how many. Throws AppError `record.broken`, `record.shorter`, `record.forked`. */
	sequence: (now: Date) => Promise<number>
}

/** The name under which a record is published: `<host>/record` of the public address. */
export const toRecordName = (origin: string | undefined): string =>
	`${origin === undefined ? 'thiqa.example' : new URL(origin).host}/record`

/**
 * Compares the record with the copy of its last checkpoint outside the database, and begins a copy where there is none. Answers both, for what follows.
 * @throws AppError `record.shorter`, `record.forked`, `record.copy-wrong`
 */
const openKept = async (
	db: AuditQueries,
	dataDir: string,
): Promise<{ kept: KeptCheckpoint | undefined; isCompared: boolean }> => {
	const [kept, last] = [await findKeptCheckpoint(dataDir), await findCheckpoint(db)]
	if (!kept) {
		if (last) await keepCheckpoint(dataDir, last.note)
		return { kept: last && toKept(last.note), isCompared: !last }
	}
	try {
		await refuseOtherThan(db, kept, last)
	} catch (error) {
		if (!(error instanceof AppError) || error.code === 'database.busy') throw error
		const advice = `Bring the database back that fits ${getKeptPath(dataDir)}. If an older backup is all there is, and you know why: write it down, tell your witnesses, and move that file away (docs/running.md, section 6)`
		throw new AppError(error.code, error.status, `${error.message}. ${advice}`)
	}
	return { kept, isCompared: true }
}

type RecordOptions = {
	kysely: AuditDatabase
	dataDir: string
	origin: string | undefined
	isHourly?: boolean
	/** Socket of the process that has the key. */
	logSigner?: string | undefined
	/** Its public key, where another process continues the record. */
	logKey?: NoteKey | undefined
} & Pick<WitnessPolicy, 'witnesses'> &
	Partial<WitnessPolicy>

/**
 * Opens the record of an installation; its key is made with it, in `<dataDir>/keys/log.key`, or is that of the process behind `logSigner`.
 * @throws AppError what `openLogSigner()` throws; `record.shorter`, `record.forked` or `record.copy-wrong` when it does not continue the checkpoint
 * that is kept outside the database
 */
export const openRecord = async ({
	kysely: db,
	dataDir,
	origin,
	witnesses,
	quorum = 0,
	isHourly = false,
	logSigner,
	logKey,
}: RecordOptions): Promise<PublicRecord> => {
	const signer = await openLogSigner(db, toRecordName(origin), {
		dataDir,
		socket: logSigner,
		publicKey: logKey,
	})
	const opened = await openKept(db, dataDir)
	let { kept } = opened
	const keep = async (signed: KeptCheckpoint): Promise<void> => {
		kept = signed
		await keepCheckpoint(dataDir, signed.note)
	}
	const policy = { witnesses, quorum }
	let stopped: { reason: unknown } | undefined
	const sequence = async (now: Date): Promise<number> => {
		if (stopped) throw stopped.reason
		return sequenceEntries({ db, signer, quorum, isHourly, findKept: () => kept, keep }, now)
	}
	return {
		isCompared: opened.isCompared,
		verifierKey: toVerifierKey(signer.key),
		policy,
		findCheckpoint: async () => (await listShown(db, 1)).at(0),
		findNewest: () => findCheckpoint(db),
		proveGrowth: (from, to) => proveGrowth(db, from, to),
		refuseOtherThan: async (other) => refuseOtherThan(db, other, await findCheckpoint(db)),
		stop: (reason) => void (stopped ??= { reason }),
		listCheckpoints: (most) => listShown(db, most),
		findInclusion: (place) => findInclusion(db, place),
		findConsistency: (from, to) => findConsistency(db, from, to),
		listLeaves: (from, count) => listLeaves(db, from, count),
		addCosignature: (note) => addCosignature(db, policy, note),
		hasWaiting: (now) => isDue({ db, isHourly }, now),
		sequence,
	}
}
