/** 24 digits: 10^24 codes, 79.7 bits. */
const codeLength = 24
const codes = 10n ** BigInt(codeLength)
const drawnBytes = 10

/** Lengths of the groups of a written receipt: six of four digits, and the two check digits. */
export const groupLengths = [4, 4, 4, 4, 4, 4, 2] as const
/** Digits of a written receipt. */
export const writtenLength = 26

/** Ten bytes as a number, 80 bits; what is 10^24 or more is thrown away, so that every code is as likely as every other. */
const toCode = (bytes: Uint8Array): string | undefined => {
	const drawn = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
	return drawn < codes ? drawn.toString().padStart(codeLength, '0') : undefined
}

/**
 * A new code: 24 digits, each code equally likely.
 *
 * @param fill - fills an array with random bytes; the platform's generator unless a test hands in its own
 */
export const makeReceipt = (
	fill: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array = (bytes) => crypto.getRandomValues(bytes),
): string => {
	for (;;) {
		const code = toCode(fill(new Uint8Array(drawnBytes)))
		if (code !== undefined) return code
	}
}

const toRemainder = (digits: string): number =>
	Array.from(digits).reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0)

/** The two check digits of a code, `02` to `98`. */
export const toCheckDigits = (code: string): string => String(98 - toRemainder(`${code}00`)).padStart(2, '0')

/** Are these 26 digits a code and its check digits? */
export const isWritten = (digits: string): boolean =>
	toCheckDigits(digits.slice(0, codeLength)) === digits.slice(codeLength)

/**
 * A code as it is written: `4821 0937 5516 2840 7713 9065 41`.
 *
 * @throws when the code is not 24 digits
 */
export const formatReceipt = (code: string): string => {
	if (!/^\d{24}$/u.test(code)) throw new Error('writing a receipt: wanted 24 digits')
	return ((code + toCheckDigits(code)).match(/.{1,4}/gu) ?? []).join(' ')
}
