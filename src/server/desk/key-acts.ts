/** Acts on keys at the desk that concern other rooms: reports learn of epochs, the public record of acts. */
import { AppError } from '#base'
import {
	findRotationReason,
	getServiceEnd,
	isQuiet,
	type EpochSpan,
	type RotationReason,
} from '#domains/people/keys'
import {
	findCeremony,
	keepKeyActText,
	listGroupKeys,
	publishEpoch,
	recordActs,
	startNextEpoch,
	type RecordedAct,
} from '#domains/people/server/keys'
import { enterEpochs, markDestroyed, startEpoch, type ReportTables } from '#domains/reports/server'
import { findCertificate, keepCertificate } from '#domains/retention/server'
import { addEntries, getTrustedTime, hasEntry, readConfig, readOperator, type Clock } from '#platform'
import { toVerifierKey, type NoteKey } from '#tools/seal/signed-note'
import type { Kysely } from 'kysely'
import { getClock } from '#server/process/clock'
import { getDatabase } from '#server/process/database'

const getReports = (): Kysely<ReportTables> => getDatabase().kysely

/** The certificate of an epoch that the desk has ended stands in the record already; one of an interrupted end comes there now. */
const record = ({ subject, content, isErasure, entry, salt }: RecordedAct): Promise<void> =>
	getDatabase()
		.kysely.transaction()
		.execute(async (trx) => {
			const isKept = isErasure && (await findCertificate(trx, subject)) !== undefined
			if (!isKept && !(await hasEntry(trx, entry.id))) await addEntries(trx, [entry])
			if (!isErasure) return keepKeyActText(trx, { entry: entry.id, subject, content, salt })
			await keepCertificate(trx, subject, { certificate: content, entry: entry.id, salt }, new Date())
			await markDestroyed(trx, subject)
		})

/** Writes acts on keys into the public record, and tells reports which epochs were destroyed. */
export const recordKeyActs = (): Promise<void> => recordActs(readConfig().dataDir, record)

/** Tells reports of an epoch. What was published half, and followed by another, is not begun a second time. */
const createStart = (root: NoteKey) => async (note: string) => {
	const { state } = await startEpoch(getReports(), note, root)
	if (state !== 'current')
		throw new AppError('keys.state', 409, 'publishing an epoch: for reports its time is over already')
	await enterEpochs(getReports())
}

/**
 * Puts the epoch that waits in use when its first day has come for certain. While the time is not believed, or not proved since a start, it
 * waits: the one before serves on, as its plan has two weeks for. The record gets the note of each epoch that it does not know, by whatever hand it came. Answers how many began: 0 or 1.
 */
export const startNext = async (clock: Clock = getClock()): Promise<number> => {
	const { dataDir } = readConfig()
	const operator = await readOperator(dataDir)
	if (operator.state !== 'live') return 0
	await enterEpochs(getReports())
	const { fault, proved: now } = await clock.look()
	if (fault !== undefined) return 0
	const root = operator.record.rootKey
	const started = await startNextEpoch(dataDir, {
		rootKey: toVerifierKey(root),
		start: createStart(root),
		now,
	})
	return started === undefined ? 0 : 1
}

/**
 * The time by which a published epoch is put in use or waits for its first day. While another serves, the proved one: a clock that is some hours
 * ahead must not end it early. Where none does, people wait for it, and nothing is ended.
 */
const getPublishTime = async (dataDir: string, clock: Clock): Promise<Date> => {
	const proved = await getTrustedTime(clock)
	const { earliest } = await clock.look()
	const serving = (await listGroupKeys(dataDir)).find(
		({ key, state, span }) => key.kind === 'epoch' && state === 'current' && !isQuiet(span, earliest),
	)
	return serving ? proved : earliest
}

/**
 * Publishes an epoch that the operator's root has signed: reports are sealed to it from now on, or from its first day on.
 * @throws AppError `keys.demonstration` before the operator record is complete, `keys.note`, `keys.state`, `clock.not-trusted`
 */
export const publish = async (id: string, note: string, given?: Clock): Promise<void> => {
	const { dataDir } = readConfig()
	const [operator, ceremony] = [await readOperator(dataDir), await findCeremony(dataDir)]
	if (operator.state !== 'live')
		throw new AppError('keys.demonstration', 409, 'publishing an epoch: the operator record is not complete')
	const root = operator.record.rootKey
	const rootKey = toVerifierKey(root)
	if (ceremony?.rootKey !== rootKey)
		throw new AppError(
			'keys.note',
			409,
			'publishing an epoch: the operator names another root than the ceremony',
		)
	const clock = given ?? getClock()
	const now = await getPublishTime(dataDir, clock)
	await startNext(clock)
	await publishEpoch(dataDir, id, { note, rootKey, start: createStart(root), now })
}

/** The epoch in use, whether another waits, and why the next is due; nothing of who holds them. */
export type KeyPlan = {
	current: EpochSpan | undefined
	next: EpochSpan | undefined
	/** `day`: the last on which the one in use serves; missing when there is none. `undefined` when all is well. */
	due: { reason: RotationReason; day?: string } | undefined
}

/** When keys follow each other, from what is published anyway; `undefined` in a demonstration. */
export const findKeyPlan = async (now: Date): Promise<KeyPlan | undefined> => {
	const { dataDir } = readConfig()
	if ((await readOperator(dataDir)).state !== 'live') return undefined
	const epochs = (await listGroupKeys(dataDir)).filter(({ key }) => key.kind === 'epoch')
	const current = epochs.find(({ state }) => state === 'current')?.span
	const next = epochs.find(({ state }) => state === 'next')?.span
	const asked = { hasNext: next !== undefined, holders: [], entitled: [], now }
	const reason = findRotationReason(current, asked)
	const day = reason && current ? { day: getServiceEnd(current, reason) } : {}
	return { current, next, due: reason && { reason, ...day } }
}

/**
 * Why the next epoch is due, and the last day on which the one in use serves (missing when there is none); `undefined` when all is well, and
 * in a demonstration. Who holds the keys is not asked: that is seen where they are made.
 */
export const findDue = async (now: Date): Promise<KeyPlan['due']> => (await findKeyPlan(now))?.due
