/** What takes seconds to make from the content is made once for all tests of a worker, which share what they import. */

const isPlain = (value: object): boolean =>
	Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null)

/** A test that changes what others read after it fails at once. */
const freeze = <Value>(value: Value): Value => {
	if (typeof value !== 'object' || value === null || !isPlain(value) || Object.isFrozen(value)) return value
	Object.freeze(value)
	for (const part of Object.values(value)) freeze(part)
	return value
}

/** Calls `make` when it is asked for the first time, freezes what it gives, and gives the same from then on. */
export const keep = <Value>(make: () => Value): (() => Value) => {
	let kept: { value: Value } | undefined
	return () => (kept ??= { value: freeze(make()) }).value
}
