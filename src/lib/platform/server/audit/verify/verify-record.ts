import { sql } from 'kysely'
import { countStoredHashes, type Hash } from '#tools/seal/merkle-log'
import { openNote, type NoteKey } from '#tools/seal/signed-note'
import type { Database } from '../../database/database.ts'
import type { AuditDatabase, AuditQueries } from '../audit-tables.ts'
import { listCheckpoints, type StoredCheckpoint } from '../checkpoint-store.ts'
import { listLeaves } from '../inclusion.ts'
import { toKeyUnderName } from '../record.ts'
import { findLeafOfHash, makeRecomputedTree } from './recomputed-tree.ts'
import { verifyContents, type CheckErasure, type ContentsVerdict } from './verify-contents.ts'
import { verifyReports } from './verify-reports.ts'

/** Result of verifying: `problem` is the first thing that does not hold, in words; `undefined` when all of it holds. */
type Verdict = {
	problem: string | undefined
	/** Entries whose hashes were made anew. */
	entries: number
	checkpoints: number
	/** Good signatures of witnesses. */
	cosignatures: number
	/** Sealed reports compared with their entry. */
	reports: number
	/** Entries that have no place yet. */
	waiting: number
	/**
	 * Entries behind which no report, act, certificate or signature is kept. Erased after its time or taken away by somebody: the
	 * record does not tell these apart.
	 */
	withoutContent: number
} & ContentsVerdict

/** Leaves read at once. */
const group = 10_000

const isSame = (one: Uint8Array, other: Uint8Array | undefined): boolean =>
	other !== undefined && Buffer.compare(one, other) === 0

/** Compares hashes made anew with those stored; says the first leaf that differs. */
const compareHashes = async (
	db: AuditQueries,
	firstIndex: number,
	hashes: readonly Hash[],
): Promise<string | undefined> => {
	const rows = await db
		.selectFrom('audit_hash')
		.selectAll()
		.where('position', '>=', firstIndex)
		.where('position', '<', firstIndex + hashes.length)
		.execute()
	const stored = new Map(rows.map(({ position, hash }) => [position, hash]))
	const wrong = hashes.findIndex((hash, at) => !isSame(hash, stored.get(firstIndex + at)))
	if (wrong < 0) return undefined
	return `leaf ${findLeafOfHash(firstIndex + wrong)}: the commitment and the stored hashes do not belong together`
}

/** Checks one checkpoint against the tree made anew, and who has signed it. */
const verifyCheckpoint = async (
	{ size, root, origin, note }: StoredCheckpoint,
	recomputed: Hash,
	{ key, witnesses }: { key: NoteKey; witnesses: readonly NoteKey[] },
): Promise<{ problem: string } | { cosignatures: number }> => {
	const own = toKeyUnderName(key, origin)
	const opened = await openNote(note, [own, ...witnesses])
	if (!opened.ok) return { problem: `checkpoint of ${size}: ${opened.issues[0]?.message ?? ''}` }
	if (!opened.value.verified.some((signature) => signature.key === own))
		return { problem: `checkpoint of ${size}: the record has not signed it` }
	if (!isSame(recomputed, root))
		return { problem: `checkpoint of ${size}: a leaf before ${size} was changed after it was signed` }
	return { cosignatures: opened.value.verified.length - 1 }
}

const countAll = async (db: AuditQueries) => {
	const { rows } = await sql<{ placed: number; waiting: number; hashes: number; bare: number }>`select
		(select count(*) from audit_leaf) as placed,
		(select count(*) from audit_entry) - (select count(*) from audit_leaf) as waiting,
		(select count(*) from audit_hash) as hashes,
		(select count(*) from audit_entry where not exists (select from report where report.entry = audit_entry.id)
			and not exists (select from act_record where act_record.entry = audit_entry.id)
			and not exists (select from erasure where erasure.entry = audit_entry.id)
			and not exists (select from erasure_signature where erasure_signature.entry = audit_entry.id)) as bare`.execute(
		db,
	)
	return rows[0] ?? { placed: 0, waiting: 0, hashes: 0, bare: 0 }
}

/** Checkpoints, oldest first, and what is stored, as they stood at one moment: the record may grow while it is looked at. */
const readMoment = (db: AuditDatabase) =>
	db
		.transaction()
		.setIsolationLevel('repeatable read')
		.execute(async (trx) => ({
			checkpoints: (await listCheckpoints(trx, Number.MAX_SAFE_INTEGER)).reverse(),
			...(await countAll(trx)),
		}))

/** Makes the tree anew and compares every hash and every checkpoint on the way. */
const verifyTree = async (
	db: AuditQueries,
	checkpoints: readonly StoredCheckpoint[],
	{ key, witnesses }: { key: NoteKey; witnesses: readonly NoteKey[] },
): Promise<{ problem: string } | { cosignatures: number }> => {
	const tree = makeRecomputedTree()
	let [size, cosignatures] = [0, 0]
	for (const checkpoint of checkpoints) {
		let root: Hash | undefined
		do {
			const count = Math.min(group, checkpoint.size - size)
			const leaves = await listLeaves(db, size, count)
			if (leaves.length < count)
				return { problem: `an entry between leaf ${size} and ${size + count} is not there` }
			const appended = await tree.append(leaves)
			const problem = await compareHashes(db, appended.firstIndex, appended.hashes)
			if (problem !== undefined) return { problem }
			size = appended.size
			root = appended.root
		} while (size < checkpoint.size)
		const verdict = await verifyCheckpoint(checkpoint, root, { key, witnesses })
		if ('problem' in verdict) return verdict
		cosignatures += verdict.cosignatures
	}
	return { cosignatures }
}

/**
 * Makes the whole record of a database anew: each leaf, each hash, each checkpoint with its signatures; each sealed report, each
 * act, each certificate and each signature under one against its entry. Reads 10,000 entries at a time. Throws AppError
 * `record.broken` for a checkpoint that is none.
 *
 * @param key - the record's public key
 */
export const verifyRecord = async (
	{ kysely: db }: Pick<Database, 'kysely'>,
	{
		key,
		witnesses,
		checkErasure,
	}: { key: NoteKey; witnesses: readonly NoteKey[]; checkErasure: CheckErasure },
): Promise<Verdict> => {
	const { checkpoints, placed, waiting, hashes, bare } = await readMoment(db)
	const size = checkpoints.at(-1)?.size ?? 0
	const tree = await verifyTree(db, checkpoints, { key, witnesses })
	const reports = 'problem' in tree ? { problem: tree.problem, reports: 0 } : await verifyReports(db)
	const { problem, ...contents } = await verifyContents(db, checkErasure)
	const isWhole = placed === size && hashes === countStoredHashes(size)
	return {
		problem:
			reports.problem ??
			problem ??
			(isWhole
				? undefined
				: `more is stored than the ${size} entries of the last checkpoint: ${placed} entries`),
		entries: size,
		checkpoints: checkpoints.length,
		cosignatures: 'problem' in tree ? 0 : tree.cosignatures,
		reports: reports.reports,
		...contents,
		waiting,
		withoutContent: bare,
	}
}
