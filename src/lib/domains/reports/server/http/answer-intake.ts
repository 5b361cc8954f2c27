/** The endpoints under `/intake` for a browser with script: a body comes in, one short JSON goes out, nothing is echoed or logged. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { AppError } from '#base'
import { securityHeaders } from '#platform'
import type { IntakeRefusal } from '../intake-refusal.ts'
import type { Sent } from '../mailbox/mailbox.ts'
import type { Reports } from '../reports.ts'
import { takeAttachment } from './answer-attachment.ts'
import {
	longestLift,
	longestMailboxBody,
	longestReport,
	parseLift,
	parseMailboxBody,
	parseReportBody,
} from './parse-body.ts'
import { readBody } from './read-body.ts'

export type IntakeAnswer = { status: number; body: string; headers?: Record<string, string> }

type Endpoint = {
	method: 'GET' | 'POST'
	answer: (reports: Reports, request: IncomingMessage) => Promise<IntakeAnswer>
}

const toAnswer = (status: number, value: unknown): IntakeAnswer => ({ status, body: JSON.stringify(value) })
const refuse = (status: number, code: string, more: Record<string, unknown> = {}): IntakeAnswer =>
	toAnswer(status, { code, ...more })

/** Status code of each refusal; the rest is 422: understood, and not so. */
const statuses: Readonly<Partial<Record<IntakeRefusal | Sent, number>>> = {
	'report.body': 400,
	'attachments.missing': 409,
	'epoch.over': 409,
	'token.used': 409,
}

const readSent = async (
	request: IncomingMessage,
	{ type, most }: { type: string; most: number },
): Promise<Buffer | IntakeAnswer> => {
	if (request.headers['content-type']?.split(';')[0]?.trim().toLowerCase() !== type)
		return refuse(415, 'body.type')
	const body = await readBody(request, most)
	if (body === 'too-long') return { ...refuse(413, 'body.too-long'), headers: { connection: 'close' } }
	return body === 'cut' ? refuse(400, 'body.cut') : body
}

const takeReport = async (reports: Reports, request: IncomingMessage): Promise<IntakeAnswer> => {
	const body = await readSent(request, { type: 'application/octet-stream', most: longestReport })
	if (!Buffer.isBuffer(body)) return body
	const parsed = parseReportBody(body)
	const filed = parsed.ok ? await reports.intake.fileSealed(parsed.value) : parsed
	if (filed.ok) return toAnswer(201, filed.value)
	const { code } = filed
	const more =
		code === 'epoch.over'
			? { record: (await reports.getEpoch()).record, now: reports.now().toISOString() }
			: {}
	return refuse(statuses[code] ?? 422, code, more)
}

/** Work for a report of danger that is stored. Answers one thing to all, for what a token stands for is nobody's matter. */
const takeLift = async ({ crowd }: Reports, request: IncomingMessage): Promise<IntakeAnswer> => {
	const body = await readSent(request, { type: 'application/json', most: longestLift })
	if (!Buffer.isBuffer(body)) return body
	const given = parseLift(body)
	if (!given) return refuse(400, 'lift.body')
	return (await crowd.lift(given.token, given.solution)) ? toAnswer(202, {}) : refuse(422, 'report.work')
}

const readToken = ({ url }: IncomingMessage): string =>
	new URL(url ?? '/', 'http://localhost').searchParams.get('token') ?? ''

const serveMailbox = async ({ mailbox }: Reports, request: IncomingMessage): Promise<IntakeAnswer> => {
	const body = await readSent(request, { type: 'application/json', most: longestMailboxBody })
	if (!Buffer.isBuffer(body)) return body
	const asked = parseMailboxBody(body)
	if (!asked) return refuse(400, 'mailbox.body')
	switch (asked.step) {
		case 'challenge':
			return toAnswer(200, { challenge: mailbox.challenge(asked.lookup) })
		case 'open':
			return { status: 200, body: await mailbox.open(asked, asked.skip) }
		case 'proof':
			return { status: 200, body: await mailbox.prove(asked) }
		case 'send': {
			const sealed = new Uint8Array(Buffer.from(asked.sealed, 'base64'))
			const sent = await mailbox.send(asked, sealed, asked.epoch)
			return sent === 'taken' ? toAnswer(202, {}) : refuse(statuses[sent] ?? 422, sent)
		}
	}
}

const endpoints: Readonly<Record<string, Endpoint>> = {
	'/intake/challenge': {
		method: 'GET',
		answer: async ({ intake }, request) => toAnswer(200, await intake.makeChallenge(readToken(request))),
	},
	'/intake/work': {
		method: 'GET',
		answer: async ({ crowd }, request) =>
			toAnswer(200, { challenge: await crowd.makeWork(readToken(request)) }),
	},
	'/intake/lift': { method: 'POST', answer: takeLift },
	'/intake/epoch': {
		method: 'GET',
		answer: async ({ getEpoch }) => toAnswer(200, { record: (await getEpoch()).record }),
	},
	'/intake/reports': { method: 'POST', answer: takeReport },
	'/intake/attachments': {
		method: 'POST',
		answer: async ({ attachments }, request) => {
			const { status, value, headers } = await takeAttachment(attachments, request)
			return { ...toAnswer(status, value), ...(headers ? { headers } : {}) }
		},
	},
	'/intake/mailbox': { method: 'POST', answer: serveMailbox },
}

/** The path of an endpoint, or `undefined`: not one of ours. */
export const findEndpoint = (url: string): string | undefined => {
	const path = url.split('?')[0] ?? ''
	return Object.hasOwn(endpoints, path) ? path : undefined
}

/** True for a request of a browser that comes from another site. */
const isForeign = ({ headers }: IncomingMessage, origin: string | undefined): boolean => {
	const from = headers.origin
	if (from === undefined) return headers['sec-fetch-site'] === 'cross-site'
	return origin === undefined ? URL.parse(from)?.host !== headers.host : from !== origin
}

const getAnswer = async (
	path: string,
	reports: Reports,
	request: IncomingMessage,
	origin: string | undefined,
): Promise<IntakeAnswer> => {
	const isOff = path === '/intake/attachments' && reports.attachments.kinds.length === 0
	const endpoint = isOff ? undefined : endpoints[path]
	if (!endpoint) return refuse(404, 'intake.none')
	if (request.method !== endpoint.method)
		return { ...refuse(405, 'intake.method'), headers: { allow: endpoint.method } }
	if (isForeign(request, origin)) return refuse(403, 'intake.foreign')
	try {
		return await endpoint.answer(reports, request)
	} catch (error) {
		if (error instanceof AppError)
			return { ...refuse(error.status, error.code), headers: { 'retry-after': '5' } }
		throw error
	}
}

/** Headers of every answer, as Node takes them: name, value, name, value. */
const constantHeaders: readonly string[] = [
	'content-type',
	'application/json; charset=utf-8',
	'cache-control',
	'no-store',
	...securityHeaders.flat(),
]

/**
 * Answers a request at one of the endpoints and tells its status. Anything unforeseen is a 500 without a word, and handed to
 * `onFault`.
 */
export const answerIntake = async (
	path: string,
	{
		reports,
		origin,
		onFault,
	}: { reports: Reports; origin: string | undefined; onFault: (error: unknown) => void },
	{ request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<number> => {
	const { status, body, headers } = await getAnswer(path, reports, request, origin).catch(
		(error: unknown) => {
			onFault(error)
			return { ...refuse(500, 'server.fault'), headers: undefined }
		},
	)
	const more = headers ? Object.entries(headers).flat() : []
	response.writeHead(status, [...constantHeaders, 'content-length', String(Buffer.byteLength(body)), ...more])
	response.end(body)
	return status
}
