import { argon2 } from 'node:crypto'
import { promisify } from 'node:util'
import { AppError } from '#base'
import type { Argon2id } from '#tools/seal/receipt-keys'

const run = promisify(argon2)

/** Node's own Argon2id, off the main thread. */
export const argon2idOfNode: Argon2id = async (parameters) =>
	new Uint8Array(await run('argon2id', parameters))

type LineOptions = {
	/** Computed at the same time. */
	atOnce: number
	/** Limit of the queue: who comes after it is asked to come again. */
	mostWaiting: number
	/** Another implementation, for tests. */
	argon2id?: Argon2id
}

/**
 * Argon2id in a line with an end. Node computes it on the few threads that also bring files to the disk: whoever asks for many
 * receipts must not take them all, nor let others wait without end.
 *
 * @returns the function for one receipt; `isUrgent` (imminent danger) goes before the others, whoever came first at the head, and is never sent away
 * @throws AppError `reports.busy` (503) when the line is full: nothing was computed
 */
export const createArgon2Line = ({ atOnce, mostWaiting, argon2id = argon2idOfNode }: LineOptions) => {
	const [urgent, waiting]: [(() => void)[], (() => void)[]] = [[], []]
	let running = 0
	const enter = async (isUrgent: boolean): Promise<void> => {
		if (running < atOnce) return void (running += 1)
		if (!isUrgent && waiting.length >= mostWaiting)
			throw new AppError('reports.busy', 503, 'Deriving the keys of a receipt: too many wait; try again')
		await new Promise<void>((resolve) => (isUrgent ? urgent : waiting).push(resolve))
	}
	const leave = (): void => {
		const next = urgent.shift() ?? waiting.shift()
		if (next) next()
		else running -= 1
	}
	return (isUrgent = false): Argon2id =>
		async (parameters) => {
			await enter(isUrgent)
			try {
				return await argon2id(parameters)
			} finally {
				leave()
			}
		}
}

/** For reports: a second or two of waiting at most. */
export const reportLine = { atOnce: 2, mostWaiting: 100 } as const
/** For mailboxes, a line of their own: a flood of one does not slow the other. */
export const mailboxLine = { atOnce: 1, mostWaiting: 50 } as const
