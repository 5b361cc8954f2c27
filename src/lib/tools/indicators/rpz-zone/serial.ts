/** Serial numbers of zones: they wrap around, and "later" means "less than half a circle ahead" (https://www.rfc-editor.org/rfc/rfc1982). */

const zoneBits = 32

/** The serial of a count that only grows: its last 32 bits. */
export const toSerial = (count: number): number => count % 2 ** zoneBits

/** A serial some steps on. At most half a circle less one: further on would be earlier. */
export const addToSerial = (serial: number, steps: number, bits = zoneBits): number => {
	if (!Number.isSafeInteger(steps) || steps < 0 || steps > 2 ** (bits - 1) - 1)
		throw new Error('adding to a serial: so many steps are not defined (RFC 1982, 3.1)')
	return (serial + steps) % 2 ** bits
}

/** True when `one` comes after `other`. Of two that lie half a circle apart, neither does. */
export const isLaterSerial = (one: number, other: number, bits = zoneBits): boolean => {
	const ahead = (one - other + 2 ** bits) % 2 ** bits
	return ahead > 0 && ahead < 2 ** (bits - 1)
}
