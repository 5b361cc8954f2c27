import {
	keepSequencing,
	onShutdown,
	openRecord,
	type Config,
	type Database,
	type Log,
	type Operator,
	type PublicRecord,
	type Witness,
} from '#platform'
import { openNote } from '#tools/seal/signed-note'
import { declareSlot } from './slot.ts'

type Opened = {
	record: PublicRecord
	operator: Operator
	/** True when entries could not be given their place at the last try. */
	isFaulty: () => boolean
}

const slot = declareSlot<Opened>('record')

/** Opens the public record and keeps giving entries their place, in a process that takes reports or works on them. */
export const startRecord = async ({
	config,
	database,
	operator,
	log,
}: {
	config: Config
	database: Database
	operator: Operator
	log: Log
}): Promise<void> => {
	const isNeeded = config.roles.includes('intake') || config.roles.includes('desk')
	if (slot.find() || !isNeeded) return
	const witnesses = operator.witnesses.map(({ key }) => key)
	const { dataDir, origin } = config
	const record = await openRecord({ kysely: database.kysely, dataDir, origin, witnesses })
	let isFaulty = false
	const sequence = async (now: Date): Promise<number> => {
		try {
			const count = await record.sequence(now)
			isFaulty = false
			return count
		} catch (error) {
			isFaulty = true
			throw error
		}
	}
	slot.put({ record, operator, isFaulty: () => isFaulty })
	const hasWaiting = async (): Promise<boolean> => {
		const isWaiting = await record.hasWaiting()
		if (!isWaiting) isFaulty = false
		return isWaiting
	}
	onShutdown(keepSequencing({ ...record, hasWaiting, sequence }, { log }))
}

/** The public record of this process and who answers for it; `undefined` in one that takes no reports. */
export const findRecord = (): Opened | undefined => slot.find()

/** Witnesses of the operator's list whose word under a checkpoint is good. */
export const findCosigners = async (
	note: string,
	{ witnesses }: Pick<Operator, 'witnesses'>,
): Promise<readonly Witness[]> => {
	const opened = await openNote(
		note,
		witnesses.map(({ key }) => key),
	)
	if (!opened.ok) return []
	const seen = opened.value.verified.map(({ key }) => key)
	return witnesses.filter(({ key }) => seen.includes(key))
}
