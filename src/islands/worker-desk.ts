/** What came of a question. `outdated`: a newer one was asked meanwhile. */
export type Outcome<Answer> =
	{ is: 'answered'; answer: Answer } | { is: 'failed' } | { is: 'slow' } | { is: 'outdated' }

export type Desk<Question, Answer> = {
	ask: (question: Question, transfer?: Transferable[]) => Promise<Outcome<Answer>>
}

/** What a worker says when it has its code and can be asked; later, the number of a question and its answer. */
type Message<Answer> = 'ready' | readonly [number: number, answer: Answer]

/**
 * A worker that answers one question at a time and is dismissed when it thinks longer than `patience` milliseconds. It is
 * fetched at the first question; fetching takes as long as the network needs.
 */
export const openDesk = <Question, Answer>(address: string, patience: number): Desk<Question, Answer> => {
	let worker: Worker | undefined
	let latest = 0
	let isReady: Promise<boolean> = Promise.resolve(false)
	let settle: (outcome: Outcome<Answer>) => void = () => undefined
	const dismiss = (): void => {
		worker?.terminate()
		worker = undefined
	}
	const hire = (): Worker => {
		const hired = new Worker(address, { type: 'module' })
		isReady = new Promise((resolve) => {
			hired.addEventListener('message', ({ data }: MessageEvent<Message<Answer>>) => {
				if (data === 'ready') resolve(true)
				else if (data[0] === latest) settle({ is: 'answered', answer: data[1] })
			})
			hired.addEventListener('error', () => {
				dismiss()
				resolve(false)
				settle({ is: 'failed' })
			})
		})
		return hired
	}
	return {
		ask: async (question, transfer = []) => {
			settle({ is: 'outdated' })
			const number = ++latest
			const outcome = new Promise<Outcome<Answer>>((resolve) => (settle = resolve))
			const employed = (worker ??= hire())
			if (!(await isReady) || number !== latest) return outcome
			employed.postMessage([number, question], transfer)
			const timer = setTimeout(() => {
				dismiss()
				settle({ is: 'slow' })
			}, patience)
			void outcome.then(() => clearTimeout(timer))
			return outcome
		},
	}
}
