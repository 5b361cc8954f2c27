import type { MessagePort } from 'node:worker_threads'
import { seal, type SealRefusal } from '#tools/seal/sealed'
import { reportSizes } from '../../report-sizes.ts'

/** A text to seal, and for whom. The bytes are handed over, and overwritten when they are sealed. */
export type SealingTask = { number: number; content: Uint8Array; recipient: string }

/** The sealed bytes, or the permanent code of what was wrong; `fault`: the cipher failed. */
export type SealingDone = { number: number } & (
	| { sealed: Uint8Array }
	| { code: SealRefusal | 'sealed.fault' }
)

const run = async ({ number, content, recipient }: SealingTask): Promise<SealingDone> => {
	try {
		const sealed = await seal(content, recipient, reportSizes)
		return sealed.ok ? { number, sealed: sealed.value } : { number, code: sealed.code }
	} catch {
		return { number, code: 'sealed.fault' } // the error may hold what was to be sealed
	} finally {
		content.fill(0)
	}
}

/** Seals what the main thread sends, until the thread is ended. */
export const serveSealing = (port: MessagePort): void => {
	port.on('message', (task: SealingTask) => {
		void run(task).then((done) =>
			port.postMessage(done, 'sealed' in done ? [done.sealed.buffer as ArrayBuffer] : []),
		)
	})
}
