/** The content of a message: an envelope of one version, and a body for each type. Unknown fields of ours are refused, those of XARF are kept. */
import * as v from 'valibot'
import { ok, refused, type Result } from '#base'
import { papLevels, tlpLevels } from '../partners/index.ts'
import { parsePlainJson, type JsonRefusal } from './plain-json.ts'

const messageTypes = ['referral', 'outcome', 'note'] as const
export type MessageType = (typeof messageTypes)[number]

/** Ends of a referral at whoever got it. */
export const outcomeCodes = [
	'actioned',
	'not-actioned',
	'already-gone',
	'not-ours',
	'need-more',
	'duplicate',
	'false-positive',
] as const
export type OutcomeCode = (typeof outcomeCodes)[number]

/** `imminent`: a child is in danger now. */
const urgencies = ['normal', 'high', 'imminent'] as const

type EnvelopeRefusal = JsonRefusal | 'message.type' | 'message.schema' | 'message.media'

const reference = v.pipe(v.string(), v.regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,63}$/u))
const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
const moment = v.pipe(v.string(), v.maxLength(40), v.isoTimestamp())

/** The part of XARF v4 that every report has (https://github.com/xarf/xarf-spec); the rest is kept as it came. */
const xarf = v.looseObject({
	xarf_version: v.pipe(v.string(), v.regex(/^4\.\d{1,3}\.\d{1,3}$/u)),
	report_id: v.pipe(v.string(), v.regex(/^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/u)),
	timestamp: moment,
	category: text(40),
	type: text(60),
})

const bodies = {
	referral: v.strictObject({
		report: xarf,
		tlp: v.picklist(tlpLevels),
		pap: v.picklist(papLevels),
		urgency: v.picklist(urgencies),
		/** Words of a list of the sender: `csam`, `grooming`. */
		categories: v.pipe(v.array(v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/u))), v.maxLength(10)),
	}),
	outcome: v.strictObject({
		code: v.picklist(outcomeCodes),
		/** When it became so. */
		at: moment,
		note: v.optional(text(2000)),
	}),
	note: v.strictObject({ text: text(4000) }),
}

const common = {
	v: v.literal(1),
	/** The sender's reference. */
	ref: reference,
	/** The receiver's or sender's reference that it is about. */
	about: v.optional(reference),
}

const envelope = v.variant('type', [
	v.strictObject({ ...common, type: v.literal('referral'), body: bodies.referral }),
	v.strictObject({ ...common, type: v.literal('outcome'), about: reference, body: bodies.outcome }),
	v.strictObject({ ...common, type: v.literal('note'), body: bodies.note }),
])

export type Envelope = v.InferOutput<typeof envelope>

/** Beginnings of pictures, films, sound, documents and archives in base64, and data URLs. */
const media =
	/data:(?:image|video|audio|application)\/|^\s*(?:\/9j\/|iVBORw0KGgo|R0lGOD|UklGR|AAAA.{4}ZnR5c|GkXfo|T2dnUw|JVBERi0|UEsDB|SUkqAA|TU0AKg)/iu

const isText = (type: unknown): boolean =>
	typeof type === 'string' && /^(?:text\/|message\/|application\/json\b)/u.test(type.trim().toLowerCase())

/** True for bytes of a picture, a film or a sound, wherever they stand and whatever they are called: no channel carries them. */
const hasMedia = (value: unknown): boolean => {
	if (typeof value === 'string') return media.test(value)
	if (typeof value !== 'object' || value === null) return false
	if ('payload' in value && !isText('content_type' in value ? value.content_type : undefined)) return true
	return Object.values(value).some(hasMedia)
}

const isKnownType = (value: unknown): boolean =>
	typeof value === 'object' &&
	value !== null &&
	'type' in value &&
	messageTypes.some((type) => type === value.type)

/** Reads a message. Whatever is wrong has a code; nothing of the content stands in it. */
export const parseEnvelope = (bytes: Uint8Array): Result<Envelope, EnvelopeRefusal> => {
	const json = parsePlainJson(bytes)
	if (!json.ok) return json
	if (!isKnownType(json.value)) return refused('message.type')
	const parsed = v.safeParse(envelope, json.value)
	if (!parsed.success) return refused('message.schema')
	if (parsed.output.type === 'referral' && hasMedia(parsed.output.body.report))
		return refused('message.media')
	return ok(parsed.output)
}

/**
 * Reads what the desk has opened with the key of its epoch: the text that the partner signed (compact JWS). Its signature was
 * verified when it came. `undefined` when it is no such text or its content is refused.
 */
export const readSignedMessage = (signed: string): Envelope | undefined => {
	const [, payload = ''] = /^[\w-]+\.([\w-]+)\.[\w-]+$/u.exec(signed) ?? []
	if (payload === '') return undefined
	const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'))
	const parsed = parseEnvelope(Uint8Array.from(binary, (letter) => letter.charCodeAt(0)))
	return parsed.ok ? parsed.value : undefined
}

/** Our reference of a message that came, as its receipt says it: from its id, so that it never changes. */
export const toPeerRef = (id: string): string =>
	`IN-${id
		.slice(-12)
		.toUpperCase()
		.replaceAll(/(.{4})(?=.)/gu, '$1-')}`
