/** Views of the indicators for partners' programs: who asks is known by a secret, and gets what its agreement allows. */
import { createHash } from 'node:crypto'
import { error } from '@sveltejs/kit'
import { toLocalDay } from '#base'
import type { View } from '#domains/exchange/indicators'
import { findCaller, readBasic, type Shown } from '#domains/exchange/indicators/server'
import { findReader, type ViewReader } from '#domains/exchange/views'
import { library } from '#domains/guide/server'
import { getDatabase } from '#server/process/database'

/** A question of a program. */
export type Asking = { request: Request; url: URL }

/**
 * The secret that is shown, as each dialect shows it: the password of Basic (MISP, curl), a bearer token, `Ocp-Apim-Subscription-Key` (StopNCII),
 * `X-Goog-Api-Key`, and `key` in the address of Safe Browsing, as Google's client can do no other. Our log holds no address.
 */
const findShown = ({ request: { headers }, url }: Asking): Shown | undefined => {
	const authorization = headers.get('authorization')
	const basic = readBasic(authorization)
	if (basic) return basic
	const secret =
		/^bearer +(\S+)$/iu.exec(authorization ?? '')?.[1] ??
		headers.get('ocp-apim-subscription-key') ??
		headers.get('x-goog-api-key') ??
		(url.pathname.startsWith('/v4/') ? url.searchParams.get('key') : undefined)
	return secret ? { user: '', secret } : undefined
}

/** A plain line for a machine, which is kept nowhere. */
export const toRefusal = (status: number, line: string, headers: Record<string, string> = {}): Response =>
	new Response(`${line}\n`, {
		status,
		headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', ...headers },
	})

/**
 * Lets a partner's program have what is for it. Without a secret that counts everything is 401; what is not for a partner is 404, as what does
 * not exist.
 */
export const answerReader = async (
	asking: Asking,
	view: View,
	answer: (reader: ViewReader, now: Date) => Promise<Response | undefined>,
): Promise<Response> => {
	const now = new Date()
	const shown = findShown(asking)
	const partner = shown && (await findCaller(getDatabase().kysely, shown, now))
	if (!partner)
		return toRefusal(401, 'say who you are', {
			'www-authenticate': 'Basic realm="exchange", charset="UTF-8"',
		})
	const reader = findReader(partner, view, toLocalDay(now, library.calendar.zone))
	return (reader && (await answer(reader, now))) ?? toRefusal(404, 'there is nothing here')
}

/** A file that is asked for again and again: by its strong tag a client that has it is told so. */
export const toFile = ({ request }: Asking, text: string, type: string): Response => {
	const etag = `"${createHash('sha256').update(text).digest('base64url')}"`
	const headers = { etag, 'cache-control': 'private, no-cache', 'content-type': type }
	const known = request.headers.get('if-none-match')?.split(',') ?? []
	const isKnown = known.some((one) => one.trim().replace(/^W\//u, '') === etag)
	return isKnown ? new Response(null, { status: 304, headers }) : new Response(text, { headers })
}

/** Longest message that is read, in bytes. */
const mostBytes = 256 * 1024

/** All that was sent; ends with 413 when it is too long. */
export const readAsked = async ({ request }: Asking): Promise<Uint8Array> => {
	const parts: Uint8Array[] = []
	let length = 0
	for await (const part of request.body ?? []) {
		length += part.length
		if (length > mostBytes) error(413, 'page.not-found')
		parts.push(part)
	}
	return Buffer.concat(parts)
}
