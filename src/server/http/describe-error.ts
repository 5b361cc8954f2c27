/** Describes an error that no page caught: what the person is shown, and what the operator reads of it. */
import { randomBytes } from 'node:crypto'
import { AppError } from '#base'
import { toErrorFields, type Log } from '#platform'

/** The data of an error page: its status, a permanent code, and the number of a fault. */
type DescribedError = { status: number; message: string; id?: string }

/**
 * A refusal by our rules keeps its status and its code: it is no fault, so nobody looks for its number. Everything else is a
 * fault of ours, with a number that leads to one line of the log.
 */
export const describeError = (
	error: unknown,
	{ log, route }: { log: Log; route: string },
): DescribedError => {
	if (error instanceof AppError && error.status !== 500) {
		const { status, code } = error
		log[status > 500 ? 'warn' : 'info']('server.refused', { code, route, status })
		return { status, message: code }
	}
	const id = randomBytes(4).toString('hex')
	log.error('server.fault', { errorId: id, route, ...toErrorFields(error) })
	return { status: 500, message: 'server.fault', id }
}
