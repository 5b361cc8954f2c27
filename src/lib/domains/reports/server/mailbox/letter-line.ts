import { AppError } from '#base'

/**
 * A line with an end for what is written to the disk at anybody's wish. Whoever sends letters without end waits for others who do, and holds
 * up neither reports nor those who read.
 *
 * @returns does the work when its turn comes
 * @throws AppError `reports.busy` (503) when the line is full: nothing was done
 */
export const createLetterLine = ({ atOnce, mostWaiting }: { atOnce: number; mostWaiting: number }) => {
	const waiting: (() => void)[] = []
	let running = 0
	const enter = async (): Promise<void> => {
		if (running < atOnce) return void (running += 1)
		if (waiting.length >= mostWaiting)
			throw new AppError('reports.busy', 503, 'Taking a letter: too many wait; try again')
		await new Promise<void>((resolve) => waiting.push(resolve))
	}
	const leave = (): void => {
		const next = waiting.shift()
		if (next) next()
		else running -= 1
	}
	return async <Value>(work: () => Promise<Value>): Promise<Value> => {
		await enter()
		try {
			return await work()
		} finally {
			leave()
		}
	}
}

/** A second or two of waiting at most, and most connections of a PostgreSQL left to others. */
export const letterLine = { atOnce: 2, mostWaiting: 500 } as const
