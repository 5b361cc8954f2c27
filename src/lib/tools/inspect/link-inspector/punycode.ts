/** Parameters of RFC 3492, section 5. */
const base = 36
const tMin = 1
const tMax = 26
const skew = 38
const damp = 700
const initialBias = 72
const initialN = 128

/** No label is longer than 63 octets; more is refused, so that decoding stays cheap. */
const longest = 255

const adapt = (delta: number, count: number, isFirst: boolean): number => {
	let rest = Math.floor(delta / (isFirst ? damp : 2))
	rest += Math.floor(rest / count)
	let k = 0
	for (; rest > ((base - tMin) * tMax) / 2; k += base) rest = Math.floor(rest / (base - tMin))
	return k + Math.floor(((base - tMin + 1) * rest) / (rest + skew))
}

/** Value of a basic code point as a digit: a-z are 0-25, 0-9 are 26-35; `base` for anything else. */
const toDigit = (code: number): number => {
	if (code >= 0x30 && code <= 0x39) return code - 22
	if (code >= 0x41 && code <= 0x5a) return code - 0x41
	if (code >= 0x61 && code <= 0x7a) return code - 0x61
	return base
}

/**
 * Decodes Punycode (RFC 3492), without the prefix `xn--`; `undefined` when it is not well formed.
 */
export const decodePunycode = (encoded: string): string | undefined => {
	// eslint-disable-next-line no-control-regex
	if (encoded.length > longest || /[^\u0000-\u007f]/u.test(encoded)) return undefined
	const delimiter = encoded.lastIndexOf('-')
	const output =
		delimiter > 0 ? Array.from(encoded.slice(0, delimiter), (character) => character.charCodeAt(0)) : []
	let [n, index, bias, place] = [initialN, 0, initialBias, delimiter > 0 ? delimiter + 1 : 0]
	while (place < encoded.length) {
		const before = index
		for (let weight = 1, k = base; ; k += base) {
			const digit = toDigit(encoded.charCodeAt(place++))
			if (digit >= base) return undefined
			index += digit * weight
			if (index > 0x7fffffff) return undefined
			const threshold = Math.min(tMax, Math.max(tMin, k - bias))
			if (digit < threshold) break
			weight *= base - threshold
		}
		bias = adapt(index - before, output.length + 1, before === 0)
		n += Math.floor(index / (output.length + 1))
		index %= output.length + 1
		if (n > 0x10ffff || (n >= 0xd800 && n <= 0xdfff)) return undefined
		output.splice(index++, 0, n)
	}
	return String.fromCodePoint(...output)
}

/** A host name as people read it: labels that begin with `xn--` are decoded, those that cannot be stay as they are. */
export const toUnicodeName = (host: string): string =>
	host
		.split('.')
		.map((label) => (/^xn--/iu.test(label) ? (decodePunycode(label.slice(4)) ?? label) : label))
		.join('.')
