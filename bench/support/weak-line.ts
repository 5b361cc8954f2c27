/** A line of a phone for measurements: as fast as is said, and breaking now and then in the middle of what it carries. */
import { Agent, request } from 'node:http'

export type WeakLine = {
	/** As `fetch()` does for what `sendAttachment()` asks: sends a body, gives status and JSON. */
	fetch: typeof fetch
	countCuts: () => number
}

/** Interval at which bytes go out on a slow line (milliseconds). */
const tick = 250

type Sent = { address: string; init: RequestInit & { body: Uint8Array } }

/**
 * @param kbit - thousands of bits a second; `undefined`: as fast as the machine allows
 * @param cuts - the share of requests that break off
 */
export const openWeakLine = (
	origin: string,
	{ kbit, cuts }: { kbit: number | undefined; cuts: number },
): WeakLine => {
	const agent = new Agent({ keepAlive: true })
	let cut = 0

	const send = ({ address, init }: Sent): Promise<{ status: number; text: string }> =>
		new Promise((resolve, reject) => {
			const { body } = init
			const headers = { ...(init.headers as Record<string, string>), 'content-length': String(body.length) }
			const out = request(address, { agent, method: 'POST', headers }, (response) => {
				let text = ''
				response.setEncoding('utf8').on('data', (part: string) => (text += part))
				response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
				response.on('error', reject)
			})
			const breaksAt = Math.random() < cuts ? Math.floor(Math.random() * body.length) : undefined
			const step = kbit === undefined ? body.length : Math.max(1, Math.round((kbit * 125 * tick) / 1000))
			let at = 0
			const pour = (): void => {
				const end = Math.min(body.length, at + step, breaksAt ?? body.length)
				out.write(body.subarray(at, end))
				at = end
				if (at === breaksAt) {
					cut += 1
					clearInterval(timer)
					// What was written has a moment to leave: it is on its way when the line breaks.
					setTimeout(() => out.destroy(new Error('the line broke')), 20)
				} else if (at === body.length) {
					clearInterval(timer)
					out.end()
				}
			}
			const timer = setInterval(pour, kbit === undefined ? 0 : tick)
			out.on('error', reject).on('close', () => clearInterval(timer))
			pour()
		})
	const weakFetch = async (path: string, init: Sent['init']): Promise<Response> => {
		const { status, text } = await send({ address: origin + path, init })
		return new Response(text, { status })
	}
	return { fetch: weakFetch as unknown as typeof fetch, countCuts: () => cut }
}
