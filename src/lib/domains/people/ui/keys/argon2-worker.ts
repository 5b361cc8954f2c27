/** Argon2id in a worker: the page stays alive meanwhile, and its content policy keeps forbidding WebAssembly. */
import { argon2id, type Argon2Parameters } from '#tools/seal/argon2id'

addEventListener('message', ({ data }: MessageEvent<Argon2Parameters>) => {
	// When it fails the promise is not handled, which the page hears as an error of the worker.
	void argon2id(data).then((answer) => postMessage(answer))
})
