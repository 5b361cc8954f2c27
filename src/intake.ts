/**
 * Opens report and mailbox once a process, over the database that the start opened, and answers `/intake` before the application
 * is asked. The server's entry and the built application each hold a copy of this module, and share what is open.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import {
	createLog,
	formatInclusion,
	logRequest,
	onShutdown,
	readConfig,
	toErrorFields,
	type Config,
	type Database,
	type Operator,
	type PublicRecord,
} from '#platform'
import { dayAndNight } from '#domains/reports'
import { answerIntake, findDoor, openReports, type Reports } from '#domains/reports/server'

const kept = globalThis as {
	thiqaDatabase?: Promise<Database>
	thiqaRecord?: Promise<{ record: PublicRecord; operator: Operator }>
	thiqaReports?: Promise<Reports>
	thiqaDeskRules?: { getAnswerDue: (filed: Date) => Date }
}

const open = async ({ dataDir, logLevel, attachments, proofOfWork }: Config): Promise<Reports> => {
	if (!kept.thiqaDatabase || !kept.thiqaRecord)
		throw new Error('opening reports: the database and the public record are not open yet')
	const { kysely, kind } = await kept.thiqaDatabase
	const { record, operator } = await kept.thiqaRecord
	const log = createLog(logLevel)
	if (!proofOfWork) log.warn('reports.work-off')
	const reports = await openReports({
		kysely,
		dataDir,
		attachments,
		asksWork: proofOfWork,
		writers: kind === 'postgres' ? 2 : 1,
		root: operator.state === 'live' ? operator.record.rootKey : undefined,
		findProof: async (entry, opened) => {
			const proof = await record.findInclusion({ id: entry })
			return typeof proof === 'string' ? undefined : formatInclusion(proof, opened)
		},
		getAnswerDue: (filed) => (kept.thiqaDeskRules?.getAnswerDue ?? dayAndNight)(filed),
		onFault: (error) => log.error('reports.fault', toErrorFields(error)),
	})
	onShutdown(() => reports.close())
	return reports
}

/** Report and mailbox of this process, opened at first use. */
export const getReports = (config: Config = readConfig()): Promise<Reports> =>
	(kept.thiqaReports ??= open(config))

/** Report and mailbox where this process has opened them; `undefined` in one without them. */
export const findReports = async (): Promise<Reports | undefined> => kept.thiqaReports

/**
 * Opens reports when this process has the role, and gives what answers `/intake` first.
 * @throws AppError when keys are missing or wrong: the process must not start
 */
export const startIntake = async (
	config: Config,
): Promise<(request: IncomingMessage, response: ServerResponse) => boolean> => {
	if (!config.roles.includes('intake')) return () => false
	const [reports, log] = [await getReports(config), createLog(config.logLevel)]
	const onFault = (error: unknown): void => log.error('server.fault', toErrorFields(error))
	return (request, response) => {
		const door = findDoor(request.url ?? '')
		if (door === undefined) return false
		const started = performance.now()
		void answerIntake(door, { reports, origin: config.origin, onFault }, { request, response }).then(
			(status) =>
				logRequest(log, {
					method: request.method ?? '',
					routeId: door,
					status,
					milliseconds: performance.now() - started,
				}),
		)
		return true
	}
}
