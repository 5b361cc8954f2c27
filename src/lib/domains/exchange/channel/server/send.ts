/** Messages that go out: sealed and signed for one partner, sent until there is a receipt that proves that it came. */
import { ok, refused, type Result } from '#base'
import {
	signRequest,
	verifyReceipt,
	type ReceiptAnswer,
	type SignedRequest,
} from '#tools/channels/http-signature'
import { findSealedTo, readPublicJwk, sealPayload } from '#tools/channels/sealed-payload'
import { isKeyGood } from '../../partners/index.ts'
import { findPartnerKey, listPartnerKeys } from '../../partners/server/index.ts'
import type { Envelope } from '../envelope.ts'
import type { MessageQueries } from './message-tables.ts'
import type { OwnKeys } from '../keys/server/index.ts'
import { findSigningKey } from './read-message.ts'

export type SendOptions = {
	db: MessageQueries
	keys: Pick<OwnKeys, 'getSigning'>
	now: () => Date
}

/**
 * Signs a message with our key and seals it to the newest key of a partner that counts: the text that is kept until it is sent, and sent as it is at
 * each try. Refuses with `partner.no-seal-key`.
 */
export const sealForPartner = async (
	{ db, keys, now }: SendOptions,
	partner: string,
	envelope: Envelope,
): Promise<Result<string, 'partner.no-seal-key'>> => {
	const good = (await listPartnerKeys(db, partner)).find((key) => key.use === 'seal' && isKeyGood(key, now()))
	const key = good && (await readPublicJwk(good.public, 'X25519'))
	if (!key) return refused('partner.no-seal-key')
	const payload = new TextEncoder().encode(JSON.stringify(envelope))
	return ok(await sealPayload(payload, { sign: await keys.getSigning(db), seal: { kid: good.kid, key } }))
}

/** One try. `fetch`: the function that asks, which goes only where it may (allow-list, resolved address). */
export type PartnerSending = {
	partner: string
	/** Address of the partner's inbox. */
	url: string
	/** UUIDv7 of the message, the same at each try. */
	id: string
	/** The text that {@link sealForPartner} gave. */
	sealed: string
	fetch: (url: string, init: RequestInit) => Promise<Response>
}

export type SendOutcome =
	/** `receipt`: request and answer in one JSON text, which proves to a third party what came when. */
	| { outcome: 'accepted'; status: 'accepted' | 'quarantined'; receipt: Uint8Array; peerRef: string }
	/** The partner will not take this message, however often it is sent. `code`: of its problem details. */
	| { outcome: 'rejected'; status: number; code: string }
	/** Perhaps next time. `reason`: one of our words, a status, or a code of the partner. */
	| { outcome: 'retry'; reason: string }

/** Statuses that another try, with a fresh signature, may change. */
const passing = new Set([401, 408, 409, 425, 429])
/** Longest answer that is read, in bytes. */
const longestAnswer = 64 * 1024
const patience = 30_000

const readBody = async (response: Response): Promise<Uint8Array<ArrayBuffer> | undefined> => {
	const chunks: Uint8Array[] = []
	let length = 0
	for await (const chunk of response.body ?? []) {
		length += chunk.length
		if (length > longestAnswer) return undefined
		chunks.push(chunk)
	}
	return Uint8Array.from(Buffer.concat(chunks))
}

const readField = (body: Uint8Array, name: string): string => {
	try {
		const value: unknown = JSON.parse(Buffer.from(body).toString('utf8'))
		const found = typeof value === 'object' && value !== null ? Object.entries(value) : []
		const [, text] = found.find(([field]) => field === name) ?? []
		return typeof text === 'string' && /^[\w.:-]{1,80}$/u.test(text) ? text : ''
	} catch {
		return ''
	}
}

/** Everything that is needed to verify the receipt again, years later, with the partner's public key. */
const packReceipt = ({ status, headers, body }: ReceiptAnswer, request: SignedRequest): Uint8Array =>
	Buffer.from(
		JSON.stringify({
			v: 1,
			request,
			answer: { status, headers, body: Buffer.from(body).toString('base64') },
		}),
	)

const judge = async (
	{ db, now }: SendOptions,
	{ partner, id }: PartnerSending,
	{ answer, request }: { answer: ReceiptAnswer; request: SignedRequest },
): Promise<SendOutcome> => {
	const verified = await verifyReceipt(
		answer,
		request,
		async (kid) => (await findSigningKey({ db, now }, kid, partner))?.key,
	)
	if (!verified.ok) return { outcome: 'retry', reason: verified.code }
	const [status, peerRef] = [readField(answer.body, 'status'), readField(answer.body, 'peer_ref')]
	const isOurs = readField(answer.body, 'message') === id
	if (!isOurs || peerRef === '' || (status !== 'accepted' && status !== 'quarantined'))
		return { outcome: 'retry', reason: 'receipt.content' }
	return { outcome: 'accepted', status, peerRef, receipt: packReceipt(answer, request) }
}

const ask = async (
	{ url, fetch }: PartnerSending,
	body: Uint8Array<ArrayBuffer>,
	headers: Record<string, string>,
): Promise<ReceiptAnswer | undefined> => {
	const response = await fetch(url, {
		method: 'POST',
		body,
		headers,
		redirect: 'manual',
		signal: AbortSignal.timeout(patience),
	})
	const content = await readBody(response)
	return content && { status: response.status, headers: Object.fromEntries(response.headers), body: content }
}

/** True while the key that a text is sealed to counts: one that was revoked since may be in other hands. */
const isSealKeyGood = async (
	{ db, now }: SendOptions,
	{ partner, sealed }: PartnerSending,
): Promise<boolean> => {
	const key = await findPartnerKey(db, { use: 'seal', kid: findSealedTo(sealed) ?? '' })
	return key?.partner === partner && isKeyGood(key, now())
}

/**
 * Sends a message once, with a fresh signature. What the answer means is only believed when its receipt is signed by a key of this
 * partner; without, it is as if nothing had been answered.
 */
export const sendToPartner = async (options: SendOptions, sending: PartnerSending): Promise<SendOutcome> => {
	if (!(await isSealKeyGood(options, sending))) return { outcome: 'retry', reason: 'seal-key' }
	const body = new TextEncoder().encode(sending.sealed)
	const { url, id } = sending
	const signing = { ...(await options.keys.getSigning()), now: options.now() }
	const headers = await signRequest({ url, type: 'application/jose', body, id }, signing)
	const answer = await ask(sending, body, headers).catch(() => 'unreachable' as const)
	if (answer === 'unreachable') return { outcome: 'retry', reason: 'unreachable' }
	if (answer === undefined) return { outcome: 'retry', reason: 'answer-too-long' }
	const { status } = answer
	if (status === 200 || status === 202)
		return judge(options, sending, { answer, request: { method: 'POST', url, headers } })
	const code = readField(answer.body, 'code')
	if (status >= 400 && status < 500 && !passing.has(status)) return { outcome: 'rejected', status, code }
	return { outcome: 'retry', reason: code === '' ? `status-${status}` : code }
}
