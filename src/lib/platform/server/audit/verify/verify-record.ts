import { countStoredHashes } from '#tools/seal/merkle-log'
import type { NoteKey } from '#tools/seal/signed-note'
import type { Database } from '../../database/database.ts'
import type { KeptCheckpoint } from '../kept-checkpoint.ts'
import { readEntries } from './entry-index.ts'
import { readMoment } from './read-moment.ts'
import {
	markErased,
	nameLeaf,
	verifyContents,
	type CheckErasure,
	type ContentsVerdict,
} from './verify-contents.ts'
import { verifyReports } from './verify-reports.ts'
import { verifySeen, type SeenCheckpoint } from './verify-seen.ts'
import { verifyTree } from './verify-tree.ts'

/** Result of verifying: `problem` is the first thing that does not hold, in words; `undefined` when all of it holds. */
type Verdict = {
	problem: string | undefined
	/** Entries whose hashes were made anew. */
	entries: number
	checkpoints: number
	/** Good signatures of witnesses. */
	cosignatures: number
	/** The newest checkpoint that is shown, and who has signed it. */
	seen: SeenCheckpoint
	/** The newest one that anybody may see among those that were made anew; `undefined` when one does not hold, or there is none. */
	newest: Pick<KeptCheckpoint, 'size' | 'note'> | undefined
	/** Sealed reports compared with their entry. */
	reports: number
	/** Entries that have no place yet. */
	waiting: number
	/** Entries behind which nothing is kept, and an act of erasure names each of them. */
	erased: number
	/** Entries behind which nothing is kept, and no act says why: something was taken out. None when there is no `problem`. */
	unexplained: number
} & ContentsVerdict

const sayUnexplained = (count: number, firstLeaf: number | undefined): string =>
	`${nameLeaf(firstLeaf)}: nothing is kept behind it, and no act says that it was erased; ${count} such entries: reports or acts were taken out`

type Known = {
	key: NoteKey
	witnesses: readonly NoteKey[]
	/** Witnesses that must have signed the newest checkpoint that is shown. */
	quorum?: number
	checkErasure: CheckErasure
	kept?: KeptCheckpoint | undefined
	seen?: string | undefined
}

/**
 * Makes the whole record of a database anew: each leaf, each hash, each checkpoint with its signatures; each sealed report, each
 * act, each certificate and each signature under one against its entry; and each entry for what explains it. The record may grow while it is
 * looked at, and nothing waits for it. Holds 64 bytes an entry in memory. Throws AppError `record.broken` for a checkpoint that
 * is none.
 *
 * @param known - `key`: the record's public key; `kept`: the copy of the last checkpoint that lies outside the database and
 * `seen`: the text of one that somebody kept; missing: nothing to compare with; `quorum`: left out, no witness need have signed
 */
export const verifyRecord = async (
	{ kysely: db }: Pick<Database, 'kysely'>,
	{ quorum = 0, checkErasure, ...known }: Known,
): Promise<Verdict> => {
	const { size, placed, entries, hashes, checkpoints } = await readMoment(db)
	// In this order: what comes meanwhile has its row before its entry is seen here, and what goes is named before the names are read.
	const index = await readEntries(db, entries)
	const tree = await verifyTree(db, index, { last: size, ...known })
	const reports = await verifyReports(db, index)
	const { problem, ...contents } = await verifyContents(db, index, checkErasure)
	await markErased(db, index)
	const { firstLeaf, ...bare } = index.countBare()
	const { seen, problem: unseen } = await verifySeen(db, known.witnesses, quorum)
	const isWhole = placed === size && hashes === countStoredHashes(size)
	return {
		problem:
			('problem' in tree ? tree.problem : undefined) ??
			reports.problem ??
			problem ??
			(isWhole
				? undefined
				: `more is stored than the ${size} entries of the last checkpoint: ${placed} entries`) ??
			(bare.unexplained === 0 ? undefined : sayUnexplained(bare.unexplained, firstLeaf)) ??
			unseen,
		seen,
		newest: 'problem' in tree ? undefined : tree.newest,
		entries: size,
		checkpoints,
		cosignatures: 'problem' in tree ? 0 : tree.cosignatures,
		reports: reports.reports,
		...contents,
		waiting: entries - placed,
		...bare,
	}
}
