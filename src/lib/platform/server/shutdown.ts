/**
 * Registers what must be closed before the process ends. Kept on `globalThis`: the server's entry and the built application each
 * hold a copy of this module, and must share the list.
 */
const key = Symbol.for('thiqa.shutdown')
type Close = () => Promise<void>
const shared = globalThis as typeof globalThis & { [key]?: Close[] }
const closers: Close[] = shared[key] ?? []
shared[key] = closers

/** Has `close` called when the process is asked to end. */
export const onShutdown = (close: Close): void => {
	closers.push(close)
}

/** Closes everything, the last opened first. Waits for each; throws what the first failing one throws. */
export const shutDown = async (): Promise<void> => {
	for (let close = closers.pop(); close !== undefined; close = closers.pop()) await close()
}
