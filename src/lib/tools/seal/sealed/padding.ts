/**
 * Length of a padded text: one of a few fixed lengths, or Padmé (https://petsymposium.org/popets/2019/popets-2019-0056.php),
 * which keeps log2(log2(n)) bits of a length. All in bytes.
 */
export type Sizes = readonly number[] | 'padme'

/** The two lengths of a form: 16 KiB, and 64 KiB for a very long story. */
export const formSizes: Sizes = [16_384, 65_536]

/** No file is shorter than the shortest form. */
const shortestFile = 16_384

/** Ten decimal digits and a line break: a person who opens the file with `age -d` reads the length in its first line. */
const prefixLength = 11
const prefixForm = /^\d{10}\n$/u

const toPadme = (length: number): number => {
	if (length <= shortestFile) return shortestFile
	const exponent = Math.floor(Math.log2(length))
	const unit = 2 ** (exponent - Math.floor(Math.log2(exponent)) - 1)
	return Math.ceil(length / unit) * unit
}

/** The padded length of `length` bytes of content, `undefined` when no size holds them. */
export const toPaddedLength = (length: number, sizes: Sizes): number | undefined => {
	const needed = length + prefixLength
	return sizes === 'padme' ? toPadme(needed) : sizes.find((size) => size >= needed)
}

/** Can `length` bytes be what {@link pad} gives for these sizes? */
export const isPaddedLength = (length: number, sizes: Sizes): boolean =>
	sizes === 'padme' ? length >= shortestFile && toPadme(length) === length : sizes.includes(length)

/** Length line, content, zeros; `undefined` when no size holds it. */
export const pad = (content: Uint8Array, sizes: Sizes): Uint8Array | undefined => {
	const length = toPaddedLength(content.length, sizes)
	if (length === undefined) return undefined
	const padded = new Uint8Array(length)
	padded.set(new TextEncoder().encode(`${String(content.length).padStart(prefixLength - 1, '0')}\n`))
	padded.set(content, prefixLength)
	return padded
}

/** The content of a padded text; `undefined` when there is no length line, or anything but zeros after the content. */
export const unpad = (padded: Uint8Array): Uint8Array | undefined => {
	const prefix = new TextDecoder('latin1').decode(padded.subarray(0, prefixLength))
	if (!prefixForm.test(prefix)) return undefined
	const end = prefixLength + Number(prefix)
	if (end > padded.length || padded.subarray(end).some((byte) => byte !== 0)) return undefined
	return padded.slice(prefixLength, end)
}
