/** TAXII for partners: who asks is known by a token, and sees its collections only. */
import { createRates, createSpace, type ChannelBudgets } from '#domains/exchange/rates/server'
import { findCaller, readBasic } from '#domains/exchange/indicators/server'
import { createPort } from '#domains/exchange/indicators/taxii/server'
import type { Partner } from '#domains/exchange/partners'
import { library } from '#domains/guide/server'
import { answerTaxii, longestBody, toTaxiiError } from '#tools/channels/taxii'
import { getDatabase } from '#server/process/database'

const isTooLong = (problem: unknown): boolean =>
	typeof problem === 'object' && problem !== null && 'status' in problem && problem.status === 413

/** All bytes of a body; `undefined` when they are more than that, or the web server has said so before. */
const readBytes = async (
	body: ReadableStream<Uint8Array> | null,
	most: number,
): Promise<Uint8Array | undefined> => {
	const parts: Uint8Array[] = []
	let length = 0
	try {
		for await (const part of body ?? []) {
			length += part.length
			if (length > most) return undefined
			parts.push(part)
		}
	} catch (problem) {
		if (isTooLong(problem)) return undefined
		throw problem
	}
	return Buffer.concat(parts)
}

/** Text of a body; what is not UTF-8 is empty, which is no JSON. */
const readText = async (body: ReadableStream<Uint8Array> | null): Promise<string | undefined> => {
	const bytes = await readBytes(body, longestBody)
	try {
		return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return ''
	}
}

const whoAreYou = { 'www-authenticate': 'Basic realm="taxii2", charset="UTF-8"' }

/** Requests a second and at once: of each partner, of those whose token is none, and of each partner that sends objects. */
export type TaxiiBudgets = ChannelBudgets & { sent: ChannelBudgets['known'] }

const budgets: TaxiiBudgets = {
	known: { perSecond: 50, burst: 500 },
	unknown: { perSecond: 10, burst: 100 },
	sent: { perSecond: 0.1, burst: 100 },
}

/** Bodies that are read at the same time, in bytes; one partner has half of it. */
const mostAtOnce = 6 * longestBody

/** @param most - tokens a second; one is back after the seconds that the answer says */
const tooMany = ({ perSecond }: { perSecond: number }) =>
	toTaxiiError(429, 'too many requests at once, send it again later', {
		'retry-after': String(Math.max(1, Math.ceil(1 / perSecond))),
	})

const openPort = (partner: Partner, url: URL) =>
	createPort(getDatabase().kysely, {
		partner,
		origin: url.origin,
		zone: library.calendar.zone,
		now: () => new Date(),
	})

const createAnswer = (limits: TaxiiBudgets) => {
	const rates = createRates(limits)
	const sends = createRates({ known: limits.sent, unknown: limits.sent })
	const space = createSpace(mostAtOnce)
	return async (request: Request, url: URL) => {
		const [now, { method, headers }] = [new Date(), request]
		const shown = readBasic(headers.get('authorization'))
		const partner = shown && (await findCaller(getDatabase().kysely, shown, now))
		if (shown && !partner && rates.isOver(now)) return tooMany(limits.unknown)
		if (!partner) return toTaxiiError(401, 'say who you are', whoAreYou)
		if (rates.isOverFor(partner.id, now)) return tooMany(limits.known)
		if (method === 'POST' && sends.isOverFor(partner.id, now)) return tooMany(limits.sent)
		const giveBack = method === 'POST' ? space.take(partner.id, longestBody) : () => undefined
		if (!giveBack) return tooMany(limits.known)
		try {
			return await answerTaxii(openPort(partner, url), {
				method: method === 'HEAD' ? 'GET' : method,
				path: url.pathname,
				query: url.searchParams,
				accept: headers.get('accept'),
				contentType: headers.get('content-type'),
				readBody: () => readText(request.body),
			})
		} finally {
			giveBack()
		}
	}
}

type Answer = (request: Request, url: URL) => Promise<Response>

/** TAXII with these limits, which it counts for itself. Nothing of a request is kept anywhere on the way. */
export const openTaxii = (limits: TaxiiBudgets = budgets): Answer => {
	const answer = createAnswer(limits)
	return async (request, url) => {
		const { status, headers, body } = await answer(request, url)
		return new Response(body, { status, headers: { ...headers, 'cache-control': 'no-store' } })
	}
}

/** Answers a partner's program. */
export const answerPartner = openTaxii()
