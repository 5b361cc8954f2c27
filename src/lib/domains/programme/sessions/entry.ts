/**
 * An entry: one revision of a session, as a phone, the desk or a form of another program made it. Revisions are a chain: each names
 * the digest of the one before. The digest is SHA-256 of the one text that an entry has.
 */
import * as v from 'valibot'
import { isUuid, refused, ok, type Result } from '#base'
import { toCanonicalJson } from '#tools/files/canonical-json'
import { sessionValues } from './session.ts'

export const formVersion = 1

/** Bytes of an entry at most; a filled form has some 450. */
export const longestEntry = 2048

/** Revisions of a session at most. */
export const mostRevisions = 50

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u))

const entrySchema = v.pipe(
	v.strictObject({
		/** Random version 4, made where the entry is written. */
		instance_id: v.pipe(v.string(), v.check(isUuid)),
		revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostRevisions)),
		/** Digest of the revision before; `null` for the first. */
		prev_sha256: v.nullable(digest),
		form_version: v.literal(formVersion),
		/** `null`: the session is taken back. */
		values: v.nullable(sessionValues),
	}),
	v.check(({ revision, prev_sha256 }) => (revision === 1) === (prev_sha256 === null)),
	v.check(({ revision, values }) => revision > 1 || values !== null),
)
export type Entry = v.InferOutput<typeof entrySchema>

/** The one text of an entry; its digest is SHA-256 of its UTF-8. */
export const toEntryText = (entry: Entry): string => toCanonicalJson(entry)

/** Reads an entry that was sent; refuses with `entry.form` what is none. The order of its parts and space between them do not matter. */
export const parseEntry = (text: string): Result<Entry, 'entry.form'> => {
	if (text.length > longestEntry) return refused('entry.form')
	try {
		const parsed = v.safeParse(entrySchema, JSON.parse(text))
		return parsed.success ? ok(parsed.output) : refused('entry.form')
	} catch {
		return refused('entry.form')
	}
}
