import { getPartnerChannel } from '#server/process/exchange'
import type { RequestHandler } from './$types'

/** All of a body; `undefined` when it is longer than it may be, or was cut off for that by the server. */
const readBody = async (request: Request, most: number): Promise<Uint8Array<ArrayBuffer> | undefined> => {
	const chunks: Uint8Array[] = []
	let length = 0
	try {
		for await (const chunk of request.body ?? []) {
			length += chunk.length
			if (length > most) return undefined
			chunks.push(chunk)
		}
	} catch {
		return undefined
	}
	return Uint8Array.from(Buffer.concat(chunks))
}

/** Takes a signed and sealed message of a partner (docs/exchange.md); the answer is signed for whoever is recognised. */
export const POST: RequestHandler = async ({ request, url }) => {
	const { status, headers, body } = await getPartnerChannel().receive({
		method: request.method,
		url: url.href,
		headers: Object.fromEntries(request.headers),
		readBody: (most) => readBody(request, most),
	})
	return new Response(body, { status, headers })
}
