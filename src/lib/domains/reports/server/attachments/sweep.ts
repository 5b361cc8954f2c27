/** Takes away files of attachments that belong to nothing: let go with their report, never named by one, or known to no row. */
import { day } from '#base'
import type { ReportQueries } from '../tables.ts'
import { listFiles, removeFile } from './attachment-files.ts'
import { findUnknown, forgetGone, letOverdueGo, listGone } from './attachment-rows.ts'

export type Sweeper = {
	/** Removes what was let go, and what nobody named in time; not that while the time is not certain. */
	sweep: (given?: { isTimeTrusted: boolean }) => Promise<void>
	/** Removes files that no row knows, once they have been without one for a day. */
	sweepUnknown: () => Promise<void>
}

/**
 * A file without row is not taken at first sight: with the wrong database behind the right folder every file would look so. An
 * operator has a day to see it.
 */
const patience = day

/**
 * @param isQuiet - whether no report waits in the spool: one that does may name attachments whose time is over
 */
export const createSweeper = ({
	db,
	folder,
	now,
	isQuiet,
}: {
	db: ReportQueries
	folder: string
	now: () => Date
	isQuiet: () => Promise<boolean>
}): Sweeper => {
	let seen = new Map<string, number>()
	return {
		sweep: async ({ isTimeTrusted } = { isTimeTrusted: true }) => {
			if (isTimeTrusted && (await isQuiet())) await letOverdueGo(db, now())
			for (const id of await listGone(db)) {
				await removeFile(folder, id)
				await forgetGone(db, id)
			}
		},
		sweepUnknown: async () => {
			if (!(await isQuiet())) return
			const [files, at] = [await listFiles(folder), now().getTime()]
			const unknown = files.length > 0 ? await findUnknown(db, files) : []
			seen = new Map(unknown.map((id) => [id, seen.get(id) ?? at]))
			for (const [id, since] of seen) if (at - since >= patience) await removeFile(folder, id)
		},
	}
}
