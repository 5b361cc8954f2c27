import * as v from 'valibot'
import { failed, fromBase64url, locales, ok, toWellFormed, type Result } from '#base'
import { mostByHand, mostTried } from './by-hand.ts'
import { attachmentKinds, attachmentLimits, countMost } from './attachments/kinds.ts'
import { dangers, placeKinds, reporters, tileIds, wants } from './form/form-steps.ts'

/** Most letters (UTF-16 units) of each field: what fits the largest size with all of it in Arabic. */
export const limits = { words: 16_000, link: 2000, app: 60, nickname: 120, contact: 200, places: 3 } as const

/** Text of a person: control characters but line breaks and tabs dropped, half a character mended. Nothing else is touched. */
const written = (most: number) =>
	v.pipe(
		v.string(),
		v.transform((text) =>
			toWellFormed(text)
				.replaceAll('\r\n', '\n')
				// eslint-disable-next-line no-control-regex
				.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/gu, ''),
		),
		v.maxLength(most, 'report.too-long'),
	)
const ticked = <const Names extends readonly string[]>(names: Names) =>
	v.pipe(
		v.array(v.picklist(names), 'report.choice'),
		v.maxLength(names.length, 'report.choice'),
		v.check((all) => new Set(all).size === all.length, 'report.choice'),
	)
const hour = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(23))

const place = v.strictObject({
	kind: v.picklist(placeKinds),
	link: v.optional(written(limits.link)),
	app: v.optional(written(limits.app)),
	nickname: v.optional(written(limits.nickname)),
})

/** Answers of a reporter. Only words or a ticked box are needed. */
const answersSchema = v.strictObject({
	danger: v.picklist(dangers, 'report.choice'),
	who: v.picklist(reporters, 'report.choice'),
	what: ticked(tileIds),
	where: v.pipe(v.array(place), v.maxLength(limits.places)),
	words: written(limits.words),
	wants: ticked(wants),
	police: v.boolean(),
	/** Hours of the day in Morocco in which nobody else looks at the phone. */
	safeHours: v.optional(v.strictObject({ from: hour, to: hour })),
	contact: v.optional(written(limits.contact)),
})
export type Answers = v.InferOutput<typeof answersSchema>

/** The side that sealed a report; `server`: it came in clear, and was sealed on arrival. */
export const sealers = ['browser', 'server'] as const
export type Sealer = (typeof sealers)[number]

const wholeHour = v.pipe(v.string(), v.regex(/^20\d\d-[01]\d-[0-3]\dT[0-2]\d:00:00Z$/u))
const epochId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/u))
const isOf = (length: number) => (text: string) => fromBase64url(text, length) !== undefined

/** A sealed file that belongs to the report: which, and the digest of its sealed bytes. */
const attachment = v.strictObject({
	part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(countMost(attachmentKinds))),
	kind: v.picklist(attachmentKinds),
	bytes: v.pipe(v.number(), v.integer(), v.minValue(1)),
	sha256: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
})
/** In order, and of each kind no more than may be sent. */
const attachments = v.pipe(
	v.array(attachment),
	v.nonEmpty(),
	v.check((all) => all.every(({ part }, at) => part === at + 1)),
	v.check((all) =>
		attachmentKinds.every(
			(kind) => all.filter((one) => one.kind === kind).length <= attachmentLimits[kind].most,
		),
	),
)

/** Most letters of the text form of a file sealed by hand. */
const byHandLetters = Math.ceil(mostByHand / 3) * 4

/** Sealed by somebody with the `age` program, as it came: base64. `epochs`: whose keys may open it, the likeliest first. */
const byHand = v.strictObject({
	file: v.pipe(v.string(), v.maxLength(byHandLetters), v.regex(/^[A-Za-z0-9+/]+={0,2}$/u)),
	epochs: v.pipe(v.array(epochId), v.maxLength(mostTried)),
})

const reportSchema = v.strictObject({
	v: v.literal(1),
	form: v.literal('report'),
	epoch: epochId,
	nonce: v.pipe(v.string(), v.check(isOf(16))),
	part: v.literal(1),
	parts: v.literal(1),
	locale: v.picklist(locales),
	sealedBy: v.picklist(sealers),
	answers: answersSchema,
	attachments: v.exactOptional(attachments),
	byHand: v.exactOptional(byHand),
	/** Recipient that answers are sealed to: the receipt, `age1…`. */
	box: v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/u)),
	sentHour: wholeHour,
})
/** The plain text of a sealed report. `epoch`, `nonce` and `part` bind it to its place: a swapped row is found out. */
export type Report = v.InferOutput<typeof reportSchema>

const toResult = <Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): Result<v.InferOutput<Schema>> => {
	const parsed = v.safeParse(schema, value, { abortEarly: false })
	if (parsed.success) return ok(parsed.output)
	return failed(
		...parsed.issues.slice(0, 20).map((issue) => ({
			path: v.getDotPath(issue) ?? '',
			message: issue.message.startsWith('report.') ? issue.message : 'report.form',
		})),
	)
}

/**
 * Checks answers from a form. Issues name the field and have one of the codes `report.too-long`, `report.choice`,
 * `report.form`, `report.empty` (nothing at all was said); never a word of what was written.
 */
export const parseAnswers = (value: unknown): Result<Answers> => {
	const parsed = toResult(answersSchema, value)
	if (!parsed.ok) return parsed
	const { what, where, words } = parsed.value
	const isEmpty = words.trim() === '' && what.length === 0 && where.every(({ kind }) => kind === 'unknown')
	return isEmpty ? failed({ path: 'words', message: 'report.empty' }) : parsed
}

/** Written where nobody counted letters: as in a field of the form, but as long as it came. */
export const toWritten = (text: string): string => v.parse(written(text.length), text)

/**
 * Reads what a seal held. Whoever sealed it is not known, so nothing in it is trusted: bounded, no unknown field, and bound to
 * the epoch whose key opened it.
 */
export const parseReport = (text: string, epoch: string): Result<Report> => {
	if (text.length > 65_536) return failed({ path: '', message: 'report.too-long' })
	let value: unknown
	try {
		value = JSON.parse(text)
	} catch {
		return failed({ path: '', message: 'report.form' })
	}
	const parsed = toResult(reportSchema, value)
	if (parsed.ok && parsed.value.epoch !== epoch)
		return failed({ path: 'epoch', message: 'report.other-epoch' })
	return parsed
}
