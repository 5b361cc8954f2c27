import { isWellFormed } from '#base'

/** Values of JSON. `undefined` is not among it: a field that is not there is left out. */
export type JsonValue =
	| string
	| number
	| boolean
	| null
	| readonly JsonValue[]
	| { readonly [key: string]: JsonValue }

const refuse = (what: string): never => {
	throw new TypeError(`writing canonical JSON: ${what}, wanted what JSON can say in one way only`)
}

/** Escapes as RFC 8785, 3.2.2.2 asks, which is how ECMAScript writes any text but half a character. */
const toText = (text: string): string =>
	isWellFormed(text) ? JSON.stringify(text) : refuse('a text holds half a character')

/** RFC 8785, 3.2.2.3: the shortest decimal that reads back, as ECMAScript writes it; minus zero is zero. */
const toNumber = (number: number): string =>
	Number.isFinite(number) ? JSON.stringify(number) : refuse('a number is not finite')

/** RFC 8785, 3.2.3: by the UTF-16 units of the names, which is how ECMAScript compares texts. */
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number =>
	one < other ? -1 : 1

const toList = (list: readonly unknown[], around: readonly object[]): string =>
	`[${Array.from(list, (entry) => write(entry, around)).join(',')}]`

const toObject = (object: object, around: readonly object[]): string => {
	const prototype: unknown = Object.getPrototypeOf(object)
	if (prototype !== Object.prototype && prototype !== null) refuse('an object is not a plain one')
	const fields = Object.entries(object).sort(byName)
	return `{${fields.map(([name, value]) => `${toText(name)}:${write(value, around)}`).join(',')}}`
}

const write = (value: unknown, around: readonly object[]): string => {
	if (value === null || typeof value === 'boolean') return String(value)
	if (typeof value === 'string') return toText(value)
	if (typeof value === 'number') return toNumber(value)
	if (typeof value !== 'object') return refuse(`a value is ${typeof value}`)
	if (around.includes(value)) refuse('a value holds itself')
	const inner = [...around, value]
	return Array.isArray(value) ? toList(value, inner) : toObject(value, inner)
}

/**
 * The one text of a value: no spaces, names in order, one spelling of every number and text.
 *
 * @throws TypeError for what has no such text, or loses something in it: `undefined` and holes, NaN and infinities, half
 * a character (a lone surrogate), an object of a class, a value that holds itself. The message holds nothing of the value.
 * @example toCanonicalJson({ b: [1.0, 'é'], a: null }) // {"a":null,"b":[1,"é"]}
 */
export const toCanonicalJson = (value: JsonValue): string => write(value, [])
