/** One text for one value: keys in order, no spaces (RFC 8785 for what stands here: strings, whole numbers, lists, objects). */
export type JsonValue =
	string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue }

const isList = (value: JsonValue): value is readonly JsonValue[] => Array.isArray(value)

/**
 * The text of a value, the same whatever the order in which its fields were written.
 *
 * @throws RangeError for a number that is not whole: its text would depend on the program that writes it
 */
export const toCanonicalJson = (value: JsonValue): string => {
	if (typeof value === 'number' && !Number.isSafeInteger(value))
		throw new RangeError('writing canonical JSON: a number is not whole')
	if (typeof value !== 'object' || value === null) return JSON.stringify(value)
	if (isList(value)) return `[${value.map(toCanonicalJson).join(',')}]`
	const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
	return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${toCanonicalJson(inner)}`).join(',')}}`
}
