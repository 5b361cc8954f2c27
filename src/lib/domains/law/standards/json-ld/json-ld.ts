import type { LawTexts } from '../../corpus/law-words.ts'

/** A value of JSON-LD. */
export type JsonLd = { readonly [key: string]: JsonLdValue }
type JsonLdValue = string | number | boolean | JsonLd | readonly JsonLdValue[]

/** Leaves out what is not known: a description never says more than a record does. */
export const known = (node: Readonly<Record<string, JsonLdValue | null | undefined>>): JsonLd => {
	const kept: Record<string, JsonLdValue> = {}
	for (const [key, value] of Object.entries(node))
		if (value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0))
			kept[key] = value
	return kept
}

export const toTexts = (texts: LawTexts): JsonLd[] =>
	Object.entries(texts).map(([language, text]) => ({ '@language': language, '@value': text }))

/** The licence of the words and the data. */
export const ccBy = 'https://creativecommons.org/licenses/by/4.0/'

/**
 * JSON-LD as the text of `<script type="application/ld+json">`: no text of a record can end the element or begin a comment in it
 * (https://html.spec.whatwg.org/multipage/scripting.html#restrictions-for-contents-of-script-elements).
 */
export const toScriptText = (node: JsonLd): string =>
	JSON.stringify(node).replace(
		/[<>&\u2028\u2029]/gu,
		(char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
	)
