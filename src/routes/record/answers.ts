/** Answers of the public record for machines: plain text, one thing a line, refusals that say what was wanted. */

/** A text to be kept by others as `cacheControl` says. */
export const toText = (text: string, cacheControl: string): Response =>
	new Response(text, {
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': cacheControl },
	})

/** The answer to a question that cannot be answered as asked. */
export const refuse = (status: number, wanted: string, headers: Record<string, string> = {}): Response =>
	new Response(`${wanted}\n`, {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
	})

/** Headers of what never changes any more, and may be cached for good. */
export const forGood = 'public, max-age=31536000, immutable'

/** Bytes as lines of base64. */
export const toLines = (list: readonly Uint8Array[], cacheControl: string): Response =>
	toText(list.map((bytes) => `${Buffer.from(bytes).toString('base64')}\n`).join(''), cacheControl)

/** A whole number of a query, 0 to 2^53; `undefined` for anything else. */
export const readNumber = (value: string | null): number | undefined =>
	value !== null && /^(?:0|[1-9]\d{0,15})$/u.test(value) && Number.isSafeInteger(Number(value))
		? Number(value)
		: undefined
