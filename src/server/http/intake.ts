/** Answers `/intake` before the application is asked: sealed reports come and go without a page. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createLog, logRequest, toErrorFields, type Config } from '#platform'
import { answerIntake, findEndpoint } from '#domains/reports/server'
import { getReports } from '#server/process/reports'
import { startApart } from './apart.ts'
import { createPlaces } from './place.ts'

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
	const findPlace = createPlaces(config)
	return (request, response) => {
		const endpoint = findEndpoint(request.url ?? '')
		if (endpoint === undefined) return false
		const started = performance.now()
		const { origin } = findPlace(request.headers.host)
		void answerIntake(endpoint, { reports, origin, onFault }, { request, response }).then((status) =>
			logRequest(log, {
				method: request.method ?? '',
				routeId: endpoint,
				status,
				milliseconds: performance.now() - started,
			}),
		)
		return true
	}
}

/**
 * Starts what answers for reports: `/intake`, before anything else, and the forms without script.
 *
 * @param refuse - answers when no page can be made
 * @throws AppError when keys are missing or wrong: the process must not start
 */
export const startReports = async (config: Config, refuse: Parameters<typeof startApart>[1]) => ({
	takeIntake: await startIntake(config),
	takeApart: await startApart(config, refuse),
})
