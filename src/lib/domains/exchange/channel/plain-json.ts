/** JSON from outside, read so that no input costs more than it is long: depth and number of values are counted before it is parsed. */
import { ok, refused, type Result } from '#base'

export type JsonRefusal =
	| 'message.utf8'
	| 'message.deep'
	| 'message.many'
	| 'message.json'
	| 'message.controls'

/** Lists and objects within each other, at most. */
const mostDeep = 32
/** Values and names in all, at most. */
const mostMany = 20_000

/**
 * Controls that turn the direction of what a person reads (https://trojansource.codes), and those of a terminal. Marks that Arabic text needs
 * (U+200E, U+200F, U+061C) and line breaks stay.
 */
const controls = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069\ufff9-\ufffb]/u

/** Counts brackets and commas outside of strings. */
const measure = (text: string): 'message.deep' | 'message.many' | undefined => {
	let [depth, many, isInside] = [0, 0, false]
	for (let at = 0; at < text.length; at++) {
		const letter = text[at]
		if (isInside) {
			if (letter === '\\') at += 1
			else if (letter === '"') isInside = false
			continue
		}
		if (letter === '"') isInside = true
		else if (letter === '[' || letter === '{') depth += 1
		else if (letter === ']' || letter === '}') depth -= 1
		else if (letter !== ',') continue
		many += 1
		if (depth > mostDeep) return 'message.deep'
		if (many > mostMany) return 'message.many'
	}
	return undefined
}

const hasControls = (value: unknown): boolean => {
	if (typeof value === 'string') return controls.test(value) || !value.isWellFormed()
	if (typeof value !== 'object' || value === null) return false
	return Object.entries(value).some(([name, inner]) => hasControls(name) || hasControls(inner))
}

const decode = (bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
	} catch {
		return undefined
	}
}

/** The value of a JSON text in UTF-8, without control characters in any name or text of it. */
export const parsePlainJson = (bytes: Uint8Array): Result<unknown, JsonRefusal> => {
	const text = decode(bytes)
	if (text === undefined) return refused('message.utf8')
	const tooMuch = measure(text)
	if (tooMuch) return refused(tooMuch)
	let value: unknown
	try {
		value = JSON.parse(text)
	} catch {
		return refused('message.json')
	}
	return hasControls(value) ? refused('message.controls') : ok(value)
}
