/** State of the intake for monitoring: what would happen to a report that is sent now. Says nothing of any report. */
import { AppError } from '#base'
import type { Reports } from './reports.ts'

/**
 * `on-disk`: the database does not take reports, they are kept as sealed files and moved later. `no-reserve`: taken, and refused as soon as
 * the database is away, because the disk takes nothing. `refusing`: nobody can report anything. `closed`: there is no key to seal to.
 */
export type IntakeState = 'ok' | 'on-disk' | 'no-reserve' | 'refusing' | 'closed'

/** `missing`: none is in use, or its time is over. `unsigned`: the one in use is not signed by the operator's root. */
export type KeyState = 'ok' | 'demonstration' | 'missing' | 'unsigned' | 'unknown'

const keyStates: Readonly<Record<string, KeyState>> = {
	'reports.no-epoch': 'missing',
	'reports.epoch-unsigned': 'unsigned',
}

const findKeyState = async ({ getEpoch, isDemonstration }: Reports): Promise<KeyState> => {
	try {
		await getEpoch()
		return isDemonstration ? 'demonstration' : 'ok'
	} catch (error) {
		return (error instanceof AppError ? keyStates[error.code] : undefined) ?? 'unknown'
	}
}

type Around = {
	/** True when the database answers. */
	isDatabaseThere: boolean
	/** True when database and reserve lie on one disk. */
	isOneDisk: boolean
}

const findIntakeState = async (
	{ keeper }: Reports,
	{ isDatabaseThere, isOneDisk }: Around,
): Promise<IntakeState> => {
	if (await keeper.hasSpace()) return isDatabaseThere ? 'ok' : 'on-disk'
	return !isDatabaseThere || isOneDisk || keeper.isRefusing() ? 'refusing' : 'no-reserve'
}

/** Looks at disk and key now. */
export const lookAtIntake = async (
	reports: Reports,
	around: Around,
): Promise<{ intake: IntakeState; key: KeyState }> => {
	const [key, state] = await Promise.all([findKeyState(reports), findIntakeState(reports, around)])
	const isClosed = key === 'missing' || key === 'unsigned'
	return { key, intake: isClosed ? 'closed' : state }
}
