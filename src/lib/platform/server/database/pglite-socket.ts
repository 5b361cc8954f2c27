/** A socket that ends in PGlite's thread instead of the network, for `pg` to speak into. */
import { Duplex } from 'node:stream'

/** The other end: takes packets, and is told when no more will come. */
export type Wire = { send: (bytes: Uint8Array<ArrayBuffer>) => void; hangUp: () => void }

type Chunk = { chunk: Buffer }

/** The part of `net.Socket` that `pg` uses. `push` brings bytes of the answer. */
export class PgliteSocket extends Duplex {
	readonly #wire: Wire

	constructor(wire: Wire) {
		super()
		this.#wire = wire
	}

	connect(): this {
		process.nextTick(() => this.emit('connect'))
		return this
	}

	setNoDelay(): this {
		return this
	}

	setKeepAlive(): this {
		return this
	}

	ref(): this {
		return this
	}

	unref(): this {
		return this
	}

	override _read(): void {}

	// `pg` corks the packets of one query, so a query is one message to the thread. Copied, because `pg` writes
	// out of a pool of memory that must not be moved to another thread.
	override _writev(chunks: Chunk[], done: () => void): void {
		this.#wire.send(new Uint8Array(Buffer.concat(chunks.map(({ chunk }) => chunk))))
		done()
	}

	override _write(chunk: Buffer, _encoding: string, done: () => void): void {
		this._writev([{ chunk }], done)
	}

	override _final(done: () => void): void {
		this.push(null)
		done()
	}

	override _destroy(error: Error | null, done: (error: Error | null) => void): void {
		this.#wire.hangUp()
		done(error)
	}
}
