/** The ban: things that no report may carry, whoever made it: files in any clothes, and fields in which somebody who reported or was hurt could be named. */
import type { Issue } from '#base'
import { mostBytes, mostItems } from './evidence.ts'
import { findMedia } from './media.ts'

/** Fields that a report may have: those that this tool writes, and no other. A field that is not here may name somebody. */
const fields: ReadonlySet<string> = new Set([
	'xarf_version',
	'report_id',
	'timestamp',
	'reporter',
	'sender',
	'source_identifier',
	'category',
	'type',
	'url',
	'domain',
	'description',
	'verified_at',
	'verification_method',
	'country_code',
	'evidence',
	'tags',
	'classification',
	'detection_method',
	'media_type',
	'hash_values',
	'exploitation_type',
	'victim_age_range',
	'platform',
	'evidence_type',
	'perpetrator_indicators',
	'reporting_obligations',
	'fraud_type',
	'claimed_entity',
	'lure_type',
	'data_types',
	'exposure_method',
])

/** Fields of what stands in a field. */
const innerFields: Readonly<Record<string, readonly string[]>> = {
	reporter: ['org', 'contact', 'domain'],
	sender: ['org', 'contact', 'domain'],
	hash_values: ['md5', 'sha1', 'sha256'],
	perpetrator_indicators: ['account_id'],
	evidence: ['content_type', 'description', 'payload', 'hash', 'size'],
}

const digest = /^(?:(?:md5|sha1|sha256):)?[0-9a-f]{32,64}$/iu
const identifier = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u
const words: Readonly<Record<'file' | 'data' | 'packed' | 'field' | 'form' | 'size', string>> = {
	file: 'no file in any form',
	data: 'no data URL',
	packed: 'no packed data',
	field: 'none but the fields of this desk',
	form: 'words, numbers and lists of them',
	size: `at most ${mostItems} texts of ${mostBytes} bytes`,
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

const forbid = (path: string, why: keyof typeof words): Issue => ({
	path,
	message: `sending a XARF report: wanted ${words[why]}`,
})

const isHash = (name: string, text: string): boolean =>
	['hash', 'md5', 'sha1', 'sha256'].includes(name)
		? digest.test(text)
		: name === 'report_id' && identifier.test(text)

const readPayload = (payload: string): string | undefined => {
	try {
		const bytes = Uint8Array.from(atob(payload), (letter) => letter.charCodeAt(0))
		return bytes.length > mostBytes ? undefined : new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return undefined
	}
}

const findInText = (name: string, path: string, text: string): Issue[] => {
	if (isHash(name, text)) return []
	const found = findMedia(text)
	return found === undefined || (found === 'packed' && name === 'url') ? [] : [forbid(path, found)]
}

const findInItem = (item: Record<string, unknown>, path: string): Issue[] => {
	const { content_type: type, payload, ...rest } = item
	const text = typeof payload === 'string' ? readPayload(payload) : undefined
	const isText = type === 'text/plain; charset=utf-8' && text !== undefined
	return [
		...(isText ? findInText('payload', `${path}.payload`, text) : [forbid(path, 'file')]),
		...findInRecord(rest, path, innerFields['evidence'] ?? []),
	]
}

const findInValue = (name: string, path: string, value: unknown): Issue[] => {
	if (typeof value === 'string') return findInText(name, path, value)
	if (typeof value === 'number' || typeof value === 'boolean') return []
	if (name === 'evidence') {
		if (!Array.isArray(value) || value.length > mostItems) return [forbid(path, 'size')]
		return value.flatMap((item: unknown, at) =>
			isRecord(item) ? findInItem(item, `${path}.${at}`) : [forbid(`${path}.${at}`, 'form')],
		)
	}
	if (Array.isArray(value))
		return value.flatMap((one: unknown, at) =>
			typeof one === 'string' ? findInText(name, `${path}.${at}`, one) : [forbid(`${path}.${at}`, 'form')],
		)
	const inner = innerFields[name]
	return isRecord(value) && inner ? findInRecord(value, path, inner) : [forbid(path, 'form')]
}

const findInRecord = (
	record: Record<string, unknown>,
	above: string,
	allowed: readonly string[] | ReadonlySet<string>,
): Issue[] =>
	Object.entries(record).flatMap(([name, value]) => {
		const path = above === '' ? name : `${above}.${name}`
		return new Set(allowed).has(name) ? findInValue(name, path, value) : [forbid(above, 'field')]
	})

/**
 * Everything in a report that must not leave; empty when nothing does. Pictures, films, sound, documents and archives as an item of
 * evidence, as a data URL, in base64 or in hex, however often packed; fields that this desk does not write, whatever is in them (names of
 * who reported or was hurt, attachments, addresses of screenshots). Issues name the place, never what stands there.
 */
export const findForbidden = (report: unknown): Issue[] =>
	isRecord(report) ? findInRecord(report, '', fields) : [forbid('', 'form')]
