import type { Language } from '#base'
import type { Message } from './counted.ts'

/** The words of one space in every language. */
export type Space = { readonly [L in Language]: Readonly<Record<string, Message>> }

type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void
	? All
	: never

/** Several spaces as one. */
export type Merged<Spaces extends Readonly<Record<string, Space>>> = {
	readonly [L in Language]: Both<Spaces[keyof Spaces][L]>
}

/**
 * One dictionary of several.
 * @throws Error when two spaces hold the same key: one would silently hide the other
 */
export function mergeSpaces<const Spaces extends Readonly<Record<string, Space>>>(
	spaces: Spaces,
): Merged<Spaces>
export function mergeSpaces(spaces: Readonly<Record<string, Space>>): Space {
	const holders = new Map<string, string>()
	for (const [space, { ar }] of Object.entries(spaces))
		for (const key of Object.keys(ar)) {
			const other = holders.get(key)
			if (other !== undefined) throw new Error(`messages: ${other} and ${space} both hold ${key}`)
			holders.set(key, space)
		}
	const join = (language: Language): Readonly<Record<string, Message>> =>
		Object.fromEntries(Object.values(spaces).flatMap((space) => Object.entries(space[language])))
	return { ar: join('ar'), fr: join('fr'), zgh: join('zgh'), en: join('en') }
}
