import { AppError } from '#base'
import type { NoteKey } from '#tools/seal/signed-note'
import { isCurrent } from '../../keys/epoch.ts'
import { findCurrentEpoch, startEpoch, type StoredEpoch } from './epoch-store.ts'
import type { ReportDatabase } from '../tables.ts'

/** For so long (milliseconds) the epoch is not asked of the database again. */
const knownFor = 5000

/** Findings about the key itself. Whatever else stands in the way, a line that is too long among it, is the database's. */
const findings = ['reports.no-epoch', 'reports.epoch-unsigned']
const isFinding = (error: unknown): boolean => error instanceof AppError && findings.includes(error.code)

export type CurrentEpochOptions = {
	db: ReportDatabase
	root: NoteKey
	now: () => Date
	/** Makes the record of an epoch where none is current; missing in a live installation, where a person does. */
	makeRecord?: () => Promise<string>
}

/**
 * Answers the epoch that reports are sealed to now. One look serves all who ask at that moment, a record that has not changed is
 * not verified again, and an epoch that is known stays good while the database is gone or busy.
 *
 * What it answers throws AppError `reports.no-epoch` (503) when there is none, `reports.epoch-unsigned` (503) when another root has signed it
 */
export const createCurrentEpoch = ({
	db,
	root,
	now,
	makeRecord,
}: CurrentEpochOptions): (() => Promise<StoredEpoch>) => {
	let known: { epoch: StoredEpoch; until: number } | undefined
	let looking: Promise<StoredEpoch> | undefined

	const find = async (): Promise<StoredEpoch> => {
		const found = await findCurrentEpoch(db, root, known?.epoch)
		if (found && isCurrent(found, now())) return found
		if (makeRecord) return startEpoch(db, await makeRecord(), root)
		throw new AppError(
			'reports.no-epoch',
			503,
			'Looking for the key of reports: no epoch is current; start one',
		)
	}
	const look = async (): Promise<StoredEpoch> => {
		try {
			known = { epoch: await find(), until: performance.now() + knownFor }
		} catch (error) {
			if (isFinding(error) || !known || !isCurrent(known.epoch, now())) throw error
			known = { ...known, until: performance.now() + knownFor }
		}
		return known.epoch
	}
	return () => {
		if (known && performance.now() < known.until && isCurrent(known.epoch, now()))
			return Promise.resolve(known.epoch)
		looking ??= look().finally(() => (looking = undefined))
		return looking
	}
}
