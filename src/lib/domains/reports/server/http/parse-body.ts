import * as v from 'valibot'
import { ok, refused, type Result } from '#base'
import { attachmentKinds, countMost } from '../../attachments/kinds.ts'
import type { MailboxKeys } from '../../keys/receipt.ts'
import type { ReportHeader } from '../../sealing/index.ts'

/** Longest body of a report in bytes: the largest size, sealed, and a header. */
export const longestReport = 80 * 1024
/** Longest header: a token, the work, the keys. */
const longestHeader = 4096
export const longestMailboxBody = 16 * 1024
export const longestLift = 4 * 1024

/** Schema for base64url of exactly this many bytes, in its one spelling. */
const bytes = (length: number) =>
	v.pipe(
		v.string(),
		v.transform((text) => ({ text, bytes: Buffer.from(text, 'base64url') })),
		v.check(({ text, bytes }) => bytes.length === length && bytes.toString('base64url') === text),
		v.transform(({ bytes }): Uint8Array => bytes),
	)

const epochId = v.pipe(v.string(), v.regex(/^[a-z0-9][a-z0-9-]{0,39}$/u))

const headerSchema = v.strictObject({
	token: v.pipe(v.string(), v.maxLength(100)),
	solution: v.optional(v.pipe(v.string(), v.maxLength(2000))),
	epoch: epochId,
	lane: v.picklist(['danger', 'normal']),
	lookup: bytes(16),
	auth: bytes(32),
	mark: bytes(16),
	box: v.pipe(v.string(), v.regex(/^age1[02-9ac-hj-np-z]{58}$/u)),
	attachments: v.exactOptional(
		v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1))), v.maxLength(countMost(attachmentKinds))),
	),
})

export type ParsedReport = ReportHeader & { keys: MailboxKeys; sealed: Uint8Array }

const readJson = (text: string): unknown => {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

/** A name that has meaning in every object is no name of ours. The schemas hold no objects within. */
const hasOwnProto = (value: unknown): boolean =>
	typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')

const parseWith = <Schema extends v.GenericSchema>(
	schema: Schema,
	value: unknown,
): v.InferOutput<Schema> | undefined => {
	if (hasOwnProto(value)) return undefined
	const parsed = v.safeParse(schema, value, { abortEarly: true })
	return parsed.success ? parsed.output : undefined
}

/** Takes a body apart: `packReport()` put it together. Refuses with `report.body` anything else, without saying more. */
export const parseReportBody = (body: Buffer): Result<ParsedReport, 'report.body'> => {
	const refuse = refused('report.body')
	if (body.length < 5) return refuse
	const length = body.readUInt32BE(0)
	if (length < 2 || length > longestHeader || length > body.length - 5) return refuse
	const header = parseWith(headerSchema, readJson(body.toString('utf8', 4, 4 + length)))
	if (!header) return refuse
	const { lookup, auth, mark, box, solution, ...rest } = header
	return ok({
		...rest,
		...(solution === undefined ? {} : { solution }),
		keys: { lookup, auth, mark, box },
		sealed: body.subarray(4 + length),
	})
}

const signedChallenge = {
	lookup: bytes(16),
	challenge: v.pipe(v.string(), v.maxLength(100)),
	signature: bytes(64),
}

const mailboxSchema = v.variant('step', [
	v.strictObject({ step: v.literal('challenge'), lookup: bytes(16) }),
	v.strictObject({
		step: v.literal('open'),
		...signedChallenge,
		skip: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(500)), 0),
	}),
	v.strictObject({ step: v.literal('proof'), ...signedChallenge }),
	v.strictObject({
		step: v.literal('send'),
		...signedChallenge,
		/** Epoch that the letter is sealed to: a letter to one that is over is refused, and not lost. */
		epoch: v.optional(epochId),
		sealed: v.pipe(v.string(), v.maxLength(12_000), v.regex(/^[A-Za-z0-9+/]+=*$/u)),
	}),
])
export type MailboxAsk = v.InferOutput<typeof mailboxSchema>

/** Reads what is asked of a mailbox. `undefined`: not a thing that can be asked. */
export const parseMailboxBody = (body: Buffer): MailboxAsk | undefined =>
	parseWith(mailboxSchema, readJson(body.toString('utf8')))

const liftSchema = v.strictObject({
	token: v.pipe(v.string(), v.maxLength(100)),
	solution: v.pipe(v.string(), v.maxLength(2000)),
})

/** Reads the work that was done for a report of danger. `undefined`: it is none. */
export const parseLift = (body: Buffer): v.InferOutput<typeof liftSchema> | undefined =>
	parseWith(liftSchema, readJson(body.toString('utf8')))
