/** Reads a report that comes in: strict on what is read, deaf to the rest. */
import { failed, ok, type Issue, type Result } from '#base'
import { findMedia } from './media.ts'

/** Categories of XARF 4. */
const categories = [
	'messaging',
	'content',
	'copyright',
	'connection',
	'vulnerability',
	'infrastructure',
	'reputation',
] as const

/** An item of evidence: what it is said to be. Its words are handed on when it is plain text among the first ten, of at most 16 KiB; a file never is. */
type ReceivedEvidence = { contentType: string; description: string; text: string | undefined }

/** Report as it was read. Words are free of marks that turn or hide letters. */
export type ReceivedXarf = {
	version: string
	reportId: string
	seenAt: Date
	reporter: { org: string; contact: string; domain: string }
	sender: { org: string; contact: string; domain: string }
	source: string
	category: (typeof categories)[number]
	type: string
	/** `http` or `https`. */
	url: string | undefined
	description: string
	classification: string | undefined
	exploitationType: string | undefined
	hashes: Readonly<Partial<Record<'md5' | 'sha1' | 'sha256', string>>>
	tags: readonly string[]
	evidence: readonly ReceivedEvidence[]
	/** `lifecycle:test` among the tags: not a real report. */
	isTest: boolean
}

type Fields = Readonly<Record<string, unknown>>

const [mostCharacters, mostDepth, mostValues, mostText, mostTexts] = [8_388_608, 20, 20_000, 16_384, 10]

const isRecord = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

/** True when a value is neither deep nor full beyond what a report is. */
const isModest = (top: unknown): boolean => {
	let level: unknown[] = [top]
	let seen = 0
	for (let depth = 0; level.length > 0; depth += 1) {
		seen += level.length
		if (depth > mostDepth || seen > mostValues) return false
		level = level.flatMap((value): unknown[] =>
			typeof value === 'object' && value !== null ? Object.values(value) : [],
		)
	}
	return true
}

const toPlain = (words: string): string => words.replace(/[^\P{C}\n\t]+/gu, '').trim()

const readText = (from: Fields, name: string, most: number): string | undefined => {
	const value = Object.hasOwn(from, name) ? from[name] : undefined
	return typeof value === 'string' && value.length <= most ? toPlain(value) : undefined
}

const readContact = (value: unknown): ReceivedXarf['reporter'] | undefined => {
	if (!isRecord(value)) return undefined
	const [org = '', contact = '', domain = ''] = [
		readText(value, 'org', 200),
		readText(value, 'contact', 320),
		readText(value, 'domain', 253),
	]
	return org !== '' && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/u.test(contact) && domain !== ''
		? { org, contact, domain }
		: undefined
}

const readAddress = (text: string | undefined): string | undefined => {
	const url = text === undefined || text.length > 8_192 ? undefined : URL.parse(text)
	return url && /^https?:$/u.test(url.protocol) ? url.href : undefined
}

const readPlainText = (payload: string): string | undefined => {
	try {
		const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0))
		if (bytes.length > mostText) return undefined
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
		return findMedia(text) === undefined ? toPlain(text) : undefined
	} catch {
		return undefined
	}
}

const readItem = (item: unknown, at: number): ReceivedEvidence[] => {
	if (!isRecord(item)) return []
	const contentType = readText(item, 'content_type', 200) ?? ''
	const payload = readText(item, 'payload', Math.ceil((mostText * 4) / 3) + 4)
	const isText = at < mostTexts && /^text\/(?:plain|csv)\b/iu.test(contentType) && payload !== undefined
	return [
		{
			contentType,
			description: readText(item, 'description', 500) ?? '',
			text: isText ? readPlainText(payload) : undefined,
		},
	]
}

const readHashes = (value: unknown): ReceivedXarf['hashes'] => {
	const lengths = { md5: 32, sha1: 40, sha256: 64 } as const
	const from = isRecord(value) ? value : {}
	return Object.fromEntries(
		Object.entries(lengths).flatMap(([name, length]) => {
			const hash = readText(from, name, length)?.toLowerCase() ?? ''
			return hash.length === length && /^[0-9a-f]+$/u.test(hash) ? [[name, hash]] : []
		}),
	)
}

const readList = (value: unknown, most: number): unknown[] =>
	Array.isArray(value) ? value.slice(0, most) : []

const parseJson = (text: string): unknown => {
	try {
		return text.length > mostCharacters ? undefined : JSON.parse(text)
	} catch {
		return undefined
	}
}

/** Fields that every report has; `undefined` for what is missing or has another form. */
const readCore = (top: Fields) => {
	const seenAt = new Date(readText(top, 'timestamp', 40) ?? '')
	const [version = '', reportId = '', type = '', source = ''] = [
		readText(top, 'xarf_version', 20),
		readText(top, 'report_id', 36)?.toLowerCase(),
		readText(top, 'type', 40),
		readText(top, 'source_identifier', 2_048),
	]
	const url = readText(top, 'url', 8_192)
	return {
		xarf_version: /^4\.\d{1,3}\.\d{1,3}$/u.test(version) ? version : undefined,
		report_id: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(reportId) ? reportId : undefined,
		timestamp: Number.isNaN(seenAt.getTime()) ? undefined : seenAt,
		reporter: readContact(top['reporter']),
		sender: readContact(top['sender']),
		source_identifier: source === '' ? undefined : source,
		category: categories.find((name) => name === top['category']),
		type: /^[a-z][a-z0-9_]{0,39}$/u.test(type) ? type : undefined,
		// Not there is good; there and no address is not.
		url: Object.hasOwn(top, 'url') ? readAddress(url) : '',
	}
}

const toIssue = (path: string): Issue => ({
	path,
	message: 'reading a XARF report: missing, or of another form',
})

/**
 * Reads a report of XARF 4, of any type, as JSON. Fields that are not known are passed over. At most 8 MiB and 20 levels. Issues name
 * the fields, never what stands in them.
 */
export const parseXarf = (text: string): Result<ReceivedXarf> => {
	const top = parseJson(text)
	if (!isRecord(top) || !isModest(top)) return failed(toIssue(''))
	const core = readCore(top)
	const issues = Object.entries(core).flatMap(([path, value]) => (value === undefined ? [toIssue(path)] : []))
	const { xarf_version, report_id, timestamp, reporter, sender, source_identifier, category, type, url } =
		core
	if (!xarf_version || !report_id || !timestamp || !reporter || !sender) return failed(...issues)
	if (!source_identifier || !category || !type || url === undefined) return failed(...issues)
	const tags = readList(top['tags'], 20).filter(
		(tag): tag is string =>
			typeof tag === 'string' && /^[a-z0-9][a-z0-9_+-]*:[a-z0-9][a-z0-9_+-]*$/u.test(tag),
	)
	return ok({
		version: xarf_version,
		reportId: report_id,
		seenAt: timestamp,
		reporter,
		sender,
		source: source_identifier,
		category,
		type,
		tags,
		isTest: tags.includes('lifecycle:test'),
		url: url === '' ? undefined : url,
		description: readText(top, 'description', 1_000) ?? '',
		classification: readText(top, 'classification', 40),
		exploitationType: readText(top, 'exploitation_type', 40),
		hashes: readHashes(top['hash_values']),
		evidence: readList(top['evidence'], 50).flatMap(readItem),
	})
}
