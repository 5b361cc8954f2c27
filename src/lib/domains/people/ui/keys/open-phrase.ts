import { minute } from '#base'
import { startWorker } from '#ui/worker'
import type { Argon2id } from '../../keys/index.ts'
import workerUrl from './argon2-worker.ts?worker&url'

/** Longer than any device takes. */
const patience = minute

/** Argon2id by a worker, which ends after the one answer and takes its memory along. Rejects where it cannot run. */
export const argon2idInWorker: Argon2id = (work) =>
	new Promise((resolve, reject) => {
		const worker = startWorker(workerUrl)
		const end = (): void => {
			clearTimeout(timer)
			worker.terminate()
		}
		const fail = (): void => {
			end()
			reject(new Error('opening a key: this browser runs no WebAssembly in a worker'))
		}
		const timer = setTimeout(fail, patience)
		worker.addEventListener('message', ({ data }: MessageEvent<Uint8Array>) => {
			end()
			resolve(data)
		})
		worker.addEventListener('error', fail)
		worker.postMessage(work)
	})
