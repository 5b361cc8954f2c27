/** The side of the worker: answers each question under its number, and says when it is ready. */
export const serveQuestions = (answer: (question: never) => unknown): void => {
	addEventListener('message', ({ data: [number, question] }: MessageEvent<readonly [number, never]>) => {
		void (async () => postMessage([number, await answer(question)]))()
	})
	postMessage('ready')
}
