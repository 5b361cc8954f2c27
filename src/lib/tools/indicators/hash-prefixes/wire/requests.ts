/** Requests of clients, in the JSON form (https://developers.google.com/safe-browsing/reference/rest). Whatever else they send is not looked at. */
import * as v from 'valibot'
import { fromBase64 } from '#base'

/** Base64 with or without padding, in either alphabet: clients differ. */
const bytes = v.pipe(
	v.string(),
	v.maxLength(400),
	v.rawTransform(({ dataset, addIssue, NEVER }) => {
		const text = dataset.value.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', '')
		const found = fromBase64(text.padEnd(Math.ceil(text.length / 4) * 4, '='))
		if (found) return found
		addIssue({ message: 'must be base64' })
		return NEVER
	}),
)
const name = v.pipe(v.string(), v.maxLength(60))

/** Lists and digests of one request; Google's own server takes 500. */
const [maxLists, maxEntries] = [50, 500]

const update = v.object({
	listUpdateRequests: v.pipe(
		v.array(
			v.object({
				threatType: name,
				platformType: name,
				threatEntryType: v.optional(name, 'URL'),
				state: v.optional(bytes),
				constraints: v.optional(v.object({ supportedCompressions: v.optional(v.array(name)) })),
			}),
		),
		v.maxLength(maxLists),
	),
})
const find = v.object({
	threatInfo: v.object({
		threatTypes: v.optional(v.array(name), []),
		platformTypes: v.optional(v.array(name), []),
		threatEntryTypes: v.optional(v.array(name), []),
		threatEntries: v.pipe(v.array(v.object({ hash: v.optional(bytes) })), v.maxLength(maxEntries)),
	}),
})

export type UpdateRequest = v.InferOutput<typeof update>
export type FindRequest = v.InferOutput<typeof find>

/** A request of `threatListUpdates:fetch`; `undefined` when it is none. */
export const parseUpdateRequest = (body: unknown): UpdateRequest | undefined => {
	const parsed = v.safeParse(update, body)
	return parsed.success ? parsed.output : undefined
}

/** A request of `fullHashes:find`; `undefined` when it is none. */
export const parseFindRequest = (body: unknown): FindRequest | undefined => {
	const parsed = v.safeParse(find, body)
	return parsed.success ? parsed.output : undefined
}
