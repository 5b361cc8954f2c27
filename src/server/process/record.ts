import {
	compareWithWitnesses,
	createGuardedFetch,
	createWitnessKeeper,
	keepSequencing,
	keepWitnessed,
	onShutdown,
	openRecord,
	type Config,
	type Database,
	type GuardedFetch,
	type Log,
	type Operator,
	type PublicRecord,
	type Witness,
	type WitnessState,
} from '#platform'
import { openNote } from '#tools/seal/signed-note'
import { holdOperator } from './apart/held-operator.ts'
import { declareSlot } from './slot.ts'

type Opened = {
	record: PublicRecord
	operator: Operator
	/** True when entries could not be given their place at the last try. */
	isFaulty: () => boolean
	/** State of the outside view, as far as it is known here. */
	describeWitnesses: () => WitnessState
}

const slot = declareSlot<Opened>('record')

/** Milliseconds for a witness to answer: the start waits for those that are away. */
const patience = 10_000
/** More than a checkpoint with a hundred signatures takes. */
const mostBytes = 64 * 1024

/** Asks witnesses, and nobody else. */
const openFetch = (witnesses: readonly Witness[], loopback: boolean): GuardedFetch => {
	const hosts = new Set(witnesses.map(({ url }) => new URL(url).hostname.replace(/^\[|\]$/gu, '')))
	return createGuardedFetch({ allow: (host) => hosts.has(host), loopback, patience, mostBytes })
}

/** Gives entries their place from now on. Answers whether that failed at the last try. */
const startSequencing = (record: PublicRecord, log: Log): (() => boolean) => {
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
	const hasWaiting = async (now: Date): Promise<boolean> => {
		const isWaiting = await record.hasWaiting(now)
		if (!isWaiting) isFaulty = false
		return isWaiting
	}
	onShutdown(keepSequencing({ hasWaiting, sequence }, { log }))
	return () => isFaulty
}

type Starting = { config: Config; database: Database; operator: Operator; log: Log }

/**
 * Opens the public record, compares it with what its witnesses have kept, and keeps giving entries their place, in a process that takes reports,
 * works on them or hears partners; where another process continues the record (`LOG_KEY`), it is opened to be shown. Throws what `openRecord()` and `compareWithWitnesses()` throw.
 */
export const startRecord = async ({ config, database, operator, log }: Starting): Promise<void> => {
	holdOperator(operator)
	const isNeeded = config.roles.some((role) => role === 'intake' || role === 'desk' || role === 'exchange')
	if (slot.find() || !isNeeded) return
	const { witnesses, quorum, state } = operator
	const isHourly = state === 'live'
	const { dataDir, origin, logSigner, logKey, loopbackPartners } = config
	const keys = witnesses.map(({ key }) => key)
	const record = await openRecord({
		kysely: database.kysely,
		dataDir,
		origin,
		isHourly,
		logSigner,
		logKey,
		witnesses: keys,
		quorum,
	})
	// No copy of the last checkpoint was there: after a restore that is so; otherwise somebody has taken it away.
	if (!record.isCompared) log.warn('record.not-compared')
	const kept = { record, fetch: openFetch(witnesses, loopbackPartners), witnesses, log }
	await compareWithWitnesses(kept)
	const keeper = createWitnessKeeper(kept)
	const isFaulty = logKey ? () => false : startSequencing(record, log)
	const describeWitnesses = () => keeper.describe(new Date())
	slot.put({ record, operator, isFaulty, describeWitnesses })
	if (logKey) return
	if (witnesses.length > 0) onShutdown(keepWitnessed(keeper, { log }))
	else log.warn('record.no-witness')
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
