/** A shipped proxy that runs, an application behind it, and bodies to send through both. */
import { setTimeout as wait } from 'node:timers/promises'
import type { openStage } from './programs.ts'
import { placeProxy, shakeHands, type PlacedProxy, type ProxyName } from './shipped-proxies.ts'
import { startUpstream, type Upstream } from './upstream.ts'
import { visit, type Answer, type Asked } from './visitor.ts'

type Stage = ReturnType<typeof openStage>

/**
 * Starts the proxy; it ends with the stage.
 *
 * @param upstream port of what it asks
 * @param alter changes the shipped file: for a test that shows what a line of it is for
 */
export const openProxy = async (
	stage: Stage,
	{ program, name }: { program: string; name: ProxyName },
	{ upstream, alter }: { upstream: number; alter?: (text: string) => string },
) => {
	const placed = await placeProxy(name, { folder: stage.makeFolder(), upstream }, alter)
	const started = await stage.startProgram(program, placed.run, {
		env: placed.env,
		isReady: async () => (await shakeHands(placed)) !== undefined,
	})
	return { ...placed, ...started }
}
export type OpenedProxy = Awaited<ReturnType<typeof openProxy>>

export const openUpstream = async (stage: Stage): Promise<Upstream> => {
	const upstream = await startUpstream()
	stage.atEnd(() => upstream.close())
	return upstream
}

/** A POST that tells the length of its body. */
export const post = (length: number): Asked => ({
	method: 'POST',
	headers: { 'content-type': 'application/octet-stream', 'content-length': String(length) },
})

/** Tells the length of a body and sends its beginning; the rest only when no refusal comes meanwhile. */
export const announce = async (proxy: PlacedProxy, path: string, length: number): Promise<Answer> => {
	let refused = (): void => undefined
	const isRefused = new Promise<void>((resolve) => (refused = resolve))
	const body = async function* () {
		yield Buffer.alloc(1024)
		await Promise.race([isRefused, wait(300)])
		yield Buffer.alloc(length - 1024)
	}
	return visit(proxy, path, { ...post(length), body: body() }).finally(refused)
}
