/** Report and mailbox, opened once a process over the database that the start opened. */
import { createLog, formatInclusion, onShutdown, readConfig, toErrorFields, type Config } from '#platform'
import { dayAndNight } from '#domains/reports'
import { openReports, type Reports } from '#domains/reports/server'
import { announceArrival } from './arrival.ts'
import { getDatabase } from './database.ts'
import { heldRules } from './held-rules.ts'
import { findRecord } from './record.ts'
import { declareSlot } from './slot.ts'

const slot = declareSlot<Promise<Reports>>('reports')

const open = async ({ dataDir, logLevel, attachments, proofOfWork }: Config): Promise<Reports> => {
	const { kysely, kind } = getDatabase()
	const opened = findRecord()
	if (!opened) throw new Error('opening reports: the public record is not open yet')
	const { record, operator } = opened
	const log = createLog(logLevel)
	if (!proofOfWork) log.warn('reports.work-off')
	const reports = await openReports({
		kysely,
		dataDir,
		attachments,
		asksWork: proofOfWork,
		writers: kind === 'postgres' ? 2 : 1,
		root: operator.state === 'live' ? operator.record.rootKey : undefined,
		findProof: async (entry, leaf) => {
			const proof = await record.findInclusion({ id: entry })
			return typeof proof === 'string' ? undefined : formatInclusion(proof, leaf)
		},
		getAnswerDue: (filed) => (heldRules.find()?.getAnswerDue ?? dayAndNight)(filed),
		onArrival: announceArrival,
		onFault: (error) => log.error('reports.fault', toErrorFields(error)),
	})
	onShutdown(() => reports.close())
	return reports
}

/** Report and mailbox of this process, opened at first use. */
export const getReports = (config: Config = readConfig()): Promise<Reports> =>
	slot.find() ?? slot.put(open(config))

/** Report and mailbox where this process has opened them; `undefined` in one without them. */
export const findReports = async (): Promise<Reports | undefined> => slot.find()
