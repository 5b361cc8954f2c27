/**
 * What leaves with a referral, word for word: one message of the signed channel with a XARF report (https://github.com/xarf/xarf-spec) and, as a
 * part of it, a notice of article 16(2) of Regulation (EU) 2022/2065, made from what an analyst has confirmed. The schema is the ban: there is no
 * field for a file, a reporter, a child or a name, and whatever is in none of its fields is refused before anything is sealed.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import * as v from 'valibot'
import { ok, refused, type Result } from '#base'
import { isCategory, type Category } from '#domains/cases'
import { toXarfReports, type NoticeSender } from '#domains/leaving'
import { toCanonicalJson, type JsonValue } from '#tools/files/canonical-json'
import { findForbidden } from '#tools/notices/xarf'
import { papLevels, tlpLevels, type Pap, type Tlp } from '../partners/index.ts'
import { toWireUrgency, wireUrgencies, type UrgencyLevel } from './urgency.ts'

/** Parts of a case that an analyst has confirmed for a partner. Never a word of the reporter. */
export type ReferralParts = {
	/** Number of the referral, once it has one. */
	ref: string
	at: Date
	urgency: UrgencyLevel
	tlp: Tlp
	pap: Pap
	/** ISO 3166-1 alpha-2 of the host; `undefined`: nobody knows. */
	country: string | undefined
	category: Category
	urls: readonly string[]
	accounts: readonly { app: string; nickname: string }[]
	/** Where to look there. */
	inside?: string
	/** The analyst's reasons. */
	explanation: string
	sender: NoticeSender
	/** A random UUID of version 4. */
	reportId: string
}

/** Bytes that a payload may have: it fits the largest size of what is sealed. */
export const mostPayload = 60_000

/** Marks of what no text of ours carries: files in letters, mail addresses, telephone numbers, characters that hide or turn others. */
const banned: readonly RegExp[] = [
	/data:[a-z]+\//iu,
	/[A-Za-z0-9+/]{80}/u,
	/[\w.+-]+@[\w-]+\.[\w.-]+/u,
	/(?:\+|\b00)\d[\d .-]{7,}\d/u,
	/\b0[5-8](?:[ .-]?\d\d){4}\b/u,
	// oxlint-disable-next-line no-control-regex -- these are what is looked for
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u,
]
/** True for words that may leave: none of the marks of a file, a number to call, a mail address. */
export const mayLeave = (text: string): boolean =>
	text.isWellFormed() && !banned.some((mark) => mark.test(text))

const words = (most: number) => v.pipe(v.string(), v.maxLength(most), v.check(mayLeave))

/** An address of the web without name or password of a user in it. */
const address = v.pipe(
	v.string(),
	v.maxLength(2000),
	v.check((text) => {
		const url = URL.parse(text)
		return url !== null && /^https?:$/u.test(url.protocol) && url.username === '' && url.password === ''
	}),
)
const moment = v.pipe(v.string(), v.isoTimestamp())
/** A name or address of a machine: no words, no run that could be a file. */
const host = v.pipe(
	v.string(),
	v.maxLength(253),
	v.regex(/^\[?[\p{L}\p{M}\p{N}_-]{0,63}(?:[.:][\p{L}\p{M}\p{N}_-]{0,63})*\]?$/u),
)
/** The desk, as the operator has set it. */
const contact = v.strictObject({
	org: v.pipe(words(200), v.minLength(1)),
	contact: v.pipe(v.string(), v.maxLength(254), v.regex(/^[\w.+-]{1,64}@[\w.-]{1,189}$/u)),
	domain: host,
})

const notice = v.strictObject({
	locations: v.pipe(v.array(address), v.maxLength(50)),
	accounts: v.pipe(v.array(v.strictObject({ service: words(60), name: words(120) })), v.maxLength(50)),
	inside: v.exactOptional(words(300)),
	explanation: v.pipe(words(4000), v.minLength(1)),
	concerns: v.picklist(['child-sexual-abuse', 'other-offence']),
	/** The notifier believes in good faith that this is accurate and complete. */
	good_faith: v.literal(true),
})

const report = v.strictObject({
	xarf_version: v.literal('4.2.0'),
	report_id: v.pipe(v.string(), v.uuid()),
	timestamp: moment,
	reporter: contact,
	sender: contact,
	source_identifier: v.exactOptional(host),
	category: v.literal('content'),
	/** `other`: XARF has no type for it, and the notice says what it is. */
	type: v.picklist(['csam', 'csem', 'other']),
	classification: v.exactOptional(v.picklist(['baseline'])),
	exploitation_type: v.exactOptional(v.pipe(v.string(), v.regex(/^[a-z_]{3,30}$/u))),
	detection_method: v.exactOptional(v.picklist(['user_report', 'manual_review'])),
	url: v.exactOptional(address),
	domain: v.exactOptional(host),
	country_code: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
	description: v.exactOptional(words(1000)),
	/** Ours: the parts of a notice, all addresses and accounts. */
	notice,
})

const payload = v.pipe(
	v.strictObject({
		v: v.literal(1),
		type: v.literal('referral'),
		ref: v.pipe(v.string(), v.regex(/^MA-2\d{3}-\d{6,9}$/u)),
		body: v.strictObject({
			report,
			tlp: v.picklist(tlpLevels),
			pap: v.picklist(papLevels),
			urgency: v.picklist(wireUrgencies),
			categories: v.strictTuple([v.custom<Category>((name) => typeof name === 'string' && isCategory(name))]),
		}),
	}),
	v.check(
		({
			body: {
				report: { url, description, notice: said },
			},
		}) => {
			const isSame = description === undefined || description === said.explanation.slice(0, 1000)
			return isSame && (url === undefined || said.locations[0] === url)
		},
	),
	v.check(({ body }) => body.report.notice.locations.length + body.report.notice.accounts.length > 0),
)
export type ReferralPayload = v.InferOutput<typeof payload>

/**
 * True when a file stands in the words of a report, in whatever letters and wherever it begins. Its notice and country are no fields of XARF: the
 * words of the notice are asked one by one.
 */
const hasFile = ({ report: { notice: said, ...more } }: ReferralPayload['body']): boolean => {
	const xarf = Object.fromEntries(Object.entries(more).filter(([name]) => name !== 'country_code'))
	const texts = [said.explanation, said.inside ?? '', ...said.accounts.flatMap((one) => Object.values(one))]
	const all = [
		xarf,
		...said.locations.map((url) => ({ url })),
		...texts.map((text) => ({ description: text })),
	]
	return all.some((one) => findForbidden(one).length > 0)
}

/** Categories that XARF has a type for: the offences of articles 3 to 7 of Directive 2011/93/EU. */
const ofXarf: readonly Category[] = [
	'abuse-material',
	'sexual-extortion',
	'grooming',
	'intimate-images',
	'trafficking',
]

/** The report as XARF has it; where it has no type for this, or there is no address, its frame alone. */
const toReport = ({ sender, at, reportId, ...parts }: ReferralParts): Record<string, unknown> => {
	const about = { case: parts.ref, category: parts.category, urls: parts.urls.slice(0, 1) }
	const made = ofXarf.includes(parts.category)
		? toXarfReports({ ...about, explanation: parts.explanation }, sender, { seenAt: at, ids: [reportId] })
		: undefined
	const [xarf] = made?.ok ? made.value : []
	if (xarf) return xarf
	const contactOf = { org: sender.name, contact: sender.email, domain: sender.domain }
	return {
		xarf_version: '4.2.0',
		report_id: reportId,
		timestamp: at.toISOString(),
		category: 'content',
		type: 'other',
		reporter: contactOf,
		sender: contactOf,
	}
}

/**
 * The payload as canonical JSON (RFC 8785): the same parts give the same bytes, so that two people can agree to its digest. Refuses with
 * `referral.banned` what may not leave, and with `referral.too-long`.
 */
export const toReferralPayload = (
	parts: ReferralParts,
): Result<string, 'referral.banned' | 'referral.too-long'> => {
	const urls = parts.urls.map((url) => URL.parse(url)?.href ?? url)
	const text = toCanonicalJson({
		v: 1,
		type: 'referral',
		ref: parts.ref,
		body: {
			report: {
				...(toReport({ ...parts, urls }) as Record<string, JsonValue>),
				...(parts.country === undefined ? {} : { country_code: parts.country }),
				notice: {
					locations: urls,
					accounts: parts.accounts.map(({ app, nickname }) => ({ service: app, name: nickname })),
					...(parts.inside === undefined ? {} : { inside: parts.inside }),
					explanation: parts.explanation,
					concerns: ofXarf.includes(parts.category) ? 'child-sexual-abuse' : 'other-offence',
					good_faith: true,
				},
			},
			tlp: parts.tlp,
			pap: parts.pap,
			urgency: toWireUrgency(parts.urgency),
			categories: [parts.category],
		},
	})
	const read = readReferralPayload(text)
	return read.ok ? ok(text) : read
}

/**
 * Reads a payload, as a browser of ours has made it. Refuses whatever is in none of its fields, or not of its form, or written in another way than
 * the canonical one: what two people have read is all that is there.
 */
export const readReferralPayload = (
	text: string,
): Result<ReferralPayload, 'referral.banned' | 'referral.too-long'> => {
	if (text.length > mostPayload) return refused('referral.too-long')
	try {
		const parsed = v.safeParse(payload, JSON.parse(text))
		const isPlain = parsed.success && toCanonicalJson(parsed.output) === text
		if (isPlain && !hasFile(parsed.output.body)) return ok(parsed.output)
	} catch {
		// No JSON: refused below.
	}
	return refused('referral.banned')
}

/** SHA-256 of a payload in hex: what two people agree to, and what the record holds. */
export const toPayloadDigest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))
