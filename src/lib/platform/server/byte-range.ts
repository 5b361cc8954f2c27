/** One part of a file, as a phone asks for it after a line broke (RFC 9110, section 14). */
import type { IncomingHttpHeaders } from 'node:http'

/** First and last byte, both sent; `unsatisfiable` when no byte of the file is in it; `undefined`: the whole file is sent. */
export type ByteRange = { first: number; last: number } | 'unsatisfiable'

/**
 * The part that a request asks for. Anything but one range of bytes is answered with the whole file, as the standard allows; so is one that
 * names another state of the file (`If-Range`) than this.
 */
export const findRange = (
	{ range, 'if-range': ifRange }: IncomingHttpHeaders,
	{ size, etag }: { size: number; etag: string },
): ByteRange | undefined => {
	const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/u.exec(range?.trim() ?? '') ?? []
	if (from === '' && to === '') return undefined
	if (ifRange !== undefined && (etag === '' || ifRange !== etag)) return undefined
	const first = from === '' ? Math.max(0, size - Number(to)) : Number(from)
	const last = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
	if (from !== '' && to !== '' && Number(to) < Number(from)) return undefined
	return first >= size || (from === '' && Number(to) === 0) ? 'unsatisfiable' : { first, last }
}
