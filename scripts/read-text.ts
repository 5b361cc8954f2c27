import type { IncomingMessage } from 'node:http'

/** The text of a request; `undefined` as soon as it is longer than so many bytes. */
export const readText = async (request: IncomingMessage, mostBytes: number): Promise<string | undefined> => {
	const chunks: Buffer[] = []
	let length = 0
	for await (const chunk of request as AsyncIterable<Buffer>) {
		length += chunk.length
		if (length > mostBytes) return undefined
		chunks.push(chunk)
	}
	return Buffer.concat(chunks).toString('utf8')
}
