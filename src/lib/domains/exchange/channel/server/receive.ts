/** A request at the inbox: everything that costs little is asked first, and nothing is opened before it is known who sent it. */
import { AppError, minute, ok, refused, toLocalDay, type Result } from '#base'
import {
	checkContentDigest,
	checkTimes,
	clockSkew,
	verifyRequest,
	type Claims,
	type SignedRequest,
} from '#tools/channels/http-signature'
import { mayFlow, type Partner } from '../../partners/index.ts'
import { createAnswers, type InboxAnswers, type InboxAnswer } from './answers.ts'
import { storeMessage, type StoreOptions } from './arrival.ts'
import { claimNonce, findMessage, forgetNonces, isReplay } from './message-store.ts'
import type { MessageTransaction } from './message-tables.ts'
import type { ProblemCode } from './problems.ts'
import { createRates, createSpace, type Rates, type Space } from '../../rates/server/index.ts'
import { createKeyNames, findSender, readMessage, type ReadMessage } from './read-message.ts'

/** Longest message in bytes. */
const longestMessage = 10 * 1024 * 1024
/** Bytes of messages that may be in memory at once. */
const mostAtOnce = 6 * longestMessage

/** A request as it came. `url`: the address under which we are known, not what the request says. */
export type Incoming = SignedRequest & {
	/** The content; `undefined` when it is longer than `most` bytes. */
	readBody: (most: number) => Promise<Uint8Array<ArrayBuffer> | undefined>
}

/** `zone`: of the country, whose days an agreement counts. */
export type InboxOptions<Trx extends MessageTransaction> = StoreOptions<Trx> & { zone: string; rates?: Rates }

type Sender = Claims & { partner: Partner }

type Known = Sender & { id: string; digest: string; body: Uint8Array<ArrayBuffer> }

/** Words of the headers: the name of the message, and how long it is at most. */
type Early = { id: string; length: number }

const uuid7 = /^"([0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"$/u

/** Judges the headers alone. */
const lookAtHeaders = ({ headers }: SignedRequest): Result<Early, ProblemCode> => {
	if (headers['origin'] !== undefined) return refused('browser-refused')
	if (headers['content-type']?.trim().toLowerCase() !== 'application/jose') return refused('type-wrong')
	const [, id] = uuid7.exec(headers['idempotency-key'] ?? '') ?? []
	if (id === undefined) return refused('id-wrong')
	const said = headers['content-length']
	const length = said === undefined ? longestMessage : Number(said)
	return length <= longestMessage ? ok({ id, length }) : refused('too-long')
}

const toProblemCode = (code: 'signature.shape' | 'signature.wrong' | ProblemCode): ProblemCode => {
	if (code === 'signature.shape') return 'signature-shape'
	return code === 'signature.wrong' ? 'not-recognised' : code
}

type Opened<Trx extends MessageTransaction> = InboxOptions<Trx> & {
	rates: Rates
	space: Space
	answers: InboxAnswers
	isKeyName: (kid: string) => Promise<boolean>
}

/** Finds out who sent it: key, times, signature, in this order. The signature is over the digest, so nothing of the content is needed. */
const recognise = async (
	options: Pick<Opened<MessageTransaction>, 'db' | 'now' | 'rates' | 'isKeyName'>,
	request: SignedRequest,
): Promise<Result<Sender, ProblemCode>> => {
	const { now, rates, isKeyName } = options
	const found: { partner?: Partner } = {}
	const verified = await verifyRequest<ProblemCode>(request, async (claims) => {
		if (!(await isKeyName(claims.kid)) && rates.isOver(now())) return 'too-many'
		const sender = await findSender(options, claims.kid)
		if (!sender) return 'not-recognised'
		if (checkTimes(claims, now()) !== undefined) return 'clock'
		found.partner = sender.partner
		return sender.key
	})
	if (!verified.ok) return refused(toProblemCode(verified.code))
	const { partner } = found
	if (!partner) return refused('not-recognised')
	return rates.isOverFor(partner.id, now()) ? refused('too-many') : ok({ ...verified.value, partner })
}

/** Reads the content, and holds it to the digest that was signed. */
const readContent = async ({
	readBody,
	headers,
}: Incoming): Promise<Result<{ digest: string; body: Uint8Array<ArrayBuffer> }, ProblemCode>> => {
	const body = await readBody(longestMessage)
	if (!body) return refused('too-long')
	const digest = headers['content-digest'] ?? ''
	return (await checkContentDigest(digest, body)) ? ok({ digest, body }) : refused('digest')
}

/** The stored receipt, when the very same message came before; its nonce is used up as that of any other. */
const findReceipt = async (
	{ db }: Pick<Opened<MessageTransaction>, 'db'>,
	known: Known,
): Promise<Result<Uint8Array | undefined, ProblemCode>> => {
	const { id, kid, nonce, expires, partner, digest } = known
	if (await isReplay(db, { kid, nonce })) return refused('replayed')
	const before = await findMessage(db, id)
	if (!before) return ok(undefined)
	if (before.partner !== partner.id || before.digest !== digest) return refused('id-used')
	const until = new Date((expires + 2 * clockSkew) * 1000)
	return (await claimNonce(db, { kid, nonce, until })) ? ok(before.receipt) : refused('replayed')
}

const mayRefer = (partner: Partner, today: string): boolean => mayFlow(partner, 'referral-in', today)

/** Whoever gets referrals from us answers them here, too. */
const mayWrite = (partner: Partner, today: string): boolean =>
	mayRefer(partner, today) || mayFlow(partner, 'referral-out', today)

/** A referral of a partner whose agreement has only the other direction is set aside. */
const judgeFlow = (read: ReadMessage, partner: Partner, today: string): ReadMessage =>
	'envelope' in read && read.envelope.type === 'referral' && !mayRefer(partner, today)
		? { signed: read.signed, why: 'flow.not-agreed' }
		: read

/** Takes a message whose sender is known and may send it. */
const take = async <Trx extends MessageTransaction>(
	options: Opened<Trx>,
	known: Known,
	request: SignedRequest,
): Promise<InboxAnswer> => {
	const { answers, faultPoint = () => {} } = options
	const again = await findReceipt(options, known)
	if (!again.ok) return answers.refuse(again.code, request)
	if (again.value) return answers.receipt(again.value, 200, request)
	const read = await readMessage(options, known.body, known.partner.id)
	if (!read.ok) return answers.refuse(read.code, request)
	faultPoint('opened')
	const stored = await storeMessage(options, {
		...known,
		read: judgeFlow(read.value, known.partner, toLocalDay(options.now(), options.zone)),
	})
	faultPoint('stored')
	if (!stored.ok) return answers.refuse(stored.code, request)
	return answers.receipt(stored.value.receipt, stored.value.isNew ? 202 : 200, request)
}

/** Answers requests of partners; messages that are being answered are known by their id. */
const createReceiver = <Trx extends MessageTransaction>(options: Opened<Trx>) => {
	const inFlight = new Set<string>()
	const { answers } = options
	return async (incoming: Incoming, sender: Sender, id: string): Promise<InboxAnswer> => {
		const content = await readContent(incoming)
		if (!content.ok) return answers.refuseUnsigned(content.code)
		if (inFlight.has(id)) return answers.refuse('in-flight', incoming)
		inFlight.add(id)
		try {
			return await take(options, { ...sender, ...content.value, id }, incoming)
		} catch (error) {
			if (error instanceof AppError && error.status === 503) return await answers.refuse('busy', incoming)
			throw error
		} finally {
			inFlight.delete(id)
		}
	}
}

/** Answers a request, whatever it is. */
export type Inbox = (incoming: Incoming) => Promise<InboxAnswer>

/** Takes requests one after the other or at once; each message has its effect once. */
export const createInbox = <Trx extends MessageTransaction>(options: InboxOptions<Trx>): Inbox => {
	const { db, keys, now, zone, rates = createRates() } = options
	const answers = createAnswers(keys, now)
	const space = createSpace(mostAtOnce)
	const opened = { ...options, rates, space, answers, isKeyName: createKeyNames(db) }
	const receive = createReceiver(opened)
	let tidied = 0
	const tidy = async (): Promise<void> => {
		if (performance.now() - tidied < minute) return
		tidied = performance.now()
		await forgetNonces(db, now())
	}
	return async (incoming) => {
		const early = lookAtHeaders(incoming)
		if (!early.ok) return answers.refuseUnsigned(early.code)
		const { id, length } = early.value
		await tidy()
		const sender = await recognise(opened, incoming)
		if (!sender.ok) return answers.refuseUnsigned(sender.code)
		const { partner } = sender.value
		if (!mayWrite(partner, toLocalDay(now(), zone))) return answers.refuse('not-agreed', incoming)
		const giveBack = space.take(partner.id, length)
		if (!giveBack) return answers.refuse('busy', incoming)
		try {
			return await receive(incoming, sender.value, id)
		} finally {
			giveBack()
		}
	}
}
