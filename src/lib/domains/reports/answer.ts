import { verifyAsync } from '@noble/ed25519'
import {
	fromBase64url,
	isWellFormed,
	languages,
	ok,
	refused,
	toBase64url,
	toWellFormed,
	type Language,
	type Result,
} from '#base'
import { toCanonicalJson } from '#tools/files/canonical-json'

/** Hours of the day in Morocco in which nobody else looks at the reporter's phone. */
export type SafeHours = { from: number; to: number }

/** An answer of the desk to one reporter. */
export type Answer = {
	v: 1
	form: 'answer'
	/** The nonce of the report it answers: an answer cannot be moved to another mailbox. */
	report: string
	/** Counts from 1 within a mailbox. */
	n: number
	/** ISO 8601, a full hour, UTC. */
	hour: string
	language: Language
	text: string
	/** The last choice of the reporter, as the desk knows it: the mailbox holds no other copy. */
	safeHours?: SafeHours
}

/** A message of the reporter after the report; sealed to the current epoch. */
export type Message = {
	v: 1
	form: 'message'
	epoch: string
	nonce: string
	n: number
	text: string
	/** Other hours than before. */
	safeHours?: SafeHours
}

/** Most letters of either: with Arabic letters they fit the one size that letters have. */
export const letterLimit = 1500

const context = 'thiqa/answer/v1\0'
const hourForm = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:00:00Z$/u
const toBytes = (answer: Answer): Uint8Array => new TextEncoder().encode(context + toCanonicalJson(answer))

const isNonce = (value: unknown): value is string =>
	typeof value === 'string' && fromBase64url(value, 16) !== undefined
const isCount = (value: unknown): value is number =>
	typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 9999
const isLetter = (value: unknown): value is string =>
	typeof value === 'string' && value.length <= letterLimit && isWellFormed(value)

const isHour = (value: unknown): boolean =>
	typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 23
const isSafeHours = (value: unknown): value is SafeHours =>
	typeof value === 'object' &&
	value !== null &&
	Object.keys(value).sort().join() === 'from,to' &&
	Object.values(value).every(isHour)
/** Has it these names and no others, `safeHours` or not? */
const hasNames = (value: Record<string, unknown>, names: string): boolean => {
	const { safeHours, ...rest } = value
	return (safeHours === undefined || isSafeHours(safeHours)) && Object.keys(rest).sort().join() === names
}

const isAnswer = (value: Record<string, unknown>): boolean =>
	hasNames(value, 'form,hour,language,n,report,text,v') &&
	value['v'] === 1 &&
	value['form'] === 'answer' &&
	isNonce(value['report']) &&
	isCount(value['n']) &&
	typeof value['hour'] === 'string' &&
	hourForm.test(value['hour']) &&
	(languages as readonly unknown[]).includes(value['language']) &&
	isLetter(value['text'])

const readJson = (text: string): Record<string, unknown> | undefined => {
	if (text.length > 8192) return undefined
	try {
		const value: unknown = JSON.parse(text)
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined
	} catch {
		return undefined
	}
}

/**
 * The answer with the desk's signature, as JSON to seal to the reporter's box.
 *
 * @param sign - signs bytes with the epoch's answer key (Ed25519): the key itself may be one that cannot be copied
 * @throws when the answer cannot be read back (too long, no full hour)
 */
export const signAnswer = async (
	answer: Answer,
	sign: (message: Uint8Array) => Promise<Uint8Array>,
): Promise<string> => {
	if (!isAnswer(answer)) throw new Error('signing an answer: wanted all fields, a full hour and a short text')
	const signature = toBase64url(await sign(toBytes(answer)))
	return toCanonicalJson({ ...answer, signature })
}

/**
 * The answer in an opened letter, if the desk wrote it: signed by one of these keys. Refuses with `answer.form` or
 * `answer.unsigned`.
 *
 * @param report - the nonce of the report, which the receipt knows too
 */
export const openAnswer = async (
	text: string,
	answerKeys: readonly Uint8Array[],
	report: string,
): Promise<Result<Answer, 'answer.form' | 'answer.unsigned'>> => {
	const { signature, ...rest } = readJson(text) ?? {}
	if (!isAnswer(rest) || typeof signature !== 'string') return refused('answer.form')
	const answer = rest as Answer
	const bytes = fromBase64url(signature, 64)
	if (!bytes || answer.report !== report) return refused('answer.unsigned')
	for (const key of answerKeys) {
		const isGood = await verifyAsync(bytes, toBytes(answer), key, { zip215: false }).catch(() => false)
		if (isGood) return ok(answer)
	}
	return refused('answer.unsigned')
}

export type MessageRefusal = 'message.empty' | 'message.too-long'

/** A reporter's letter as JSON to seal to the epoch. Refuses with `message.too-long` or `message.empty`: neither words nor hours. */
export const formatMessage = (message: Omit<Message, 'v' | 'form'>): Result<string, MessageRefusal> => {
	const text = toWellFormed(message.text).trim()
	if (text === '' && !message.safeHours) return refused('message.empty')
	if (text.length > letterLimit) return refused('message.too-long')
	return ok(JSON.stringify({ ...message, v: 1, form: 'message', text } satisfies Message))
}

/** Reads a reporter's letter after opening. Refuses with `message.form` anything else. */
export const parseMessage = (text: string, epoch: string): Result<Message, 'message.form'> => {
	const value = readJson(text)
	const isOne =
		value !== undefined &&
		hasNames(value, 'epoch,form,n,nonce,text,v') &&
		value['v'] === 1 &&
		value['form'] === 'message' &&
		value['epoch'] === epoch &&
		isNonce(value['nonce']) &&
		isCount(value['n']) &&
		isLetter(value['text'])
	return isOne ? ok(value as Message) : refused('message.form')
}
