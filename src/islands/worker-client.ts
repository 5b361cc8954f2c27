/** The outcome of a question. `outdated`: a newer one was asked meanwhile. */
type Outcome<Answer> =
	| { is: 'answered'; answer: Answer }
	| { is: 'failed' }
	| { is: 'slow' }
	| { is: 'outdated' }

type WorkerClient<Question, Answer> = {
	ask: (question: Question, transfer?: Transferable[]) => Promise<Outcome<Answer>>
}

/** A message of the worker: `ready` when its code has run; later, the number of a question and its answer. */
type Message<Answer> = 'ready' | readonly [number: number, answer: Answer]

/**
 * Opens a client of a web worker that answers one question at a time and is terminated when it thinks longer than `patience`
 * milliseconds. The worker is fetched at the first question; fetching takes as long as the network needs.
 */
export const openWorkerClient = <Question, Answer>(
	address: string,
	patience: number,
): WorkerClient<Question, Answer> => {
	let worker: Worker | undefined
	let latest = 0
	let isReady: Promise<boolean> = Promise.resolve(false)
	let settle: (outcome: Outcome<Answer>) => void = () => undefined
	const stop = (): void => {
		worker?.terminate()
		worker = undefined
	}
	const start = (): Worker => {
		const started = new Worker(address, { type: 'module' })
		isReady = new Promise((resolve) => {
			started.addEventListener('message', ({ data }: MessageEvent<Message<Answer>>) => {
				if (data === 'ready') resolve(true)
				else if (data[0] === latest) settle({ is: 'answered', answer: data[1] })
			})
			started.addEventListener('error', () => {
				stop()
				resolve(false)
				settle({ is: 'failed' })
			})
		})
		return started
	}
	return {
		ask: async (question, transfer = []) => {
			settle({ is: 'outdated' })
			const number = ++latest
			const outcome = new Promise<Outcome<Answer>>((resolve) => (settle = resolve))
			const running = (worker ??= start())
			if (!(await isReady) || number !== latest) return outcome
			running.postMessage([number, question], transfer)
			const timer = setTimeout(() => {
				stop()
				settle({ is: 'slow' })
			}, patience)
			void outcome.then(() => clearTimeout(timer))
			return outcome
		},
	}
}
