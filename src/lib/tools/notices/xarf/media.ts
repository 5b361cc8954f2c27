/** Finds files in words: pictures, films, sound, archives and documents, as they are, in base64 or in hex, however deep and however broken up. */

/**
 * Bytes by which programs know a file, one letter a byte (https://mimesniff.spec.whatwg.org/#matching-an-image-type-pattern and neighbours). Four at
 * least: less stands in any text by chance.
 */
const file = new RegExp(
	[
		'\xff\xd8\xff[\xdb\xee\xe0-\xe3\xe8]',
		'\x89PNG',
		'GIF8',
		'RIFF',
		'ftyp',
		'II\\*\0',
		'MM\0\\*',
		'8BPS',
		'JXL ',
		'\0\0\x01[\xba\xb3]',
		'\x1aE\xdf\xa3',
		'OggS',
		'fLaC',
		'ID3[\x02-\x04]',
		'FLV\x01',
		'0&\xb2u',
		'%PDF',
		'PK\x03\x04',
		'Rar!',
		'7z\xbc\xaf',
		'\x1f\x8b\x08[\0\x08]',
		'\xd0\xcf\x11\xe0',
	].join('|'),
	'u',
)

/** Bytes of base64 or base64url, one letter a byte, as far as they go. */
const decode = (digits: string): string => {
	const plain = digits.replaceAll('-', '+').replaceAll('_', '/').replaceAll('=', '')
	try {
		return atob(plain.slice(0, plain.length - (plain.length % 4 === 1 ? 1 : 0)))
	} catch {
		return ''
	}
}
const decodeHex = (digits: string): string =>
	String.fromCharCode(
		...(digits.slice(0, 20_000).match(/../gu) ?? []).map((pair) => Number.parseInt(pair, 16)),
	)

/** Bytes that may begin at each of four places, since somebody may have put a letter or two in front. */
const unpack = (words: string): string[] => [
	...[...words.matchAll(/[\w+/-]{6,}={0,2}/gu)].flatMap(([run]) =>
		[0, 1, 2, 3].map((skipped) => decode(run.slice(skipped))),
	),
	...[...words.matchAll(/[0-9a-f]{8,}/giu)].flatMap(([run]) =>
		[0, 1].map((skipped) => decodeHex(run.slice(skipped))),
	),
]

/** Words among bytes: long enough that chance does not write them. */
const readWords = (bytes: string): string[] => bytes.match(/[ -~]{8,}/gu) ?? []

/** A data URL; whitespace and marks that nobody sees are gone before. */
const dataUrl =
	/data:(?:image|video|audio|application|text|font|message|model|multipart)\/|data:;base64|;base64,/iu
const picture = /<svg[\s>/]/iu
// oxlint-disable-next-line no-control-regex -- bytes of a file that were written as letters
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffd]/u

/** Escapes of an address as the bytes that they stand for, and where such bytes make no letters, a file. */
const unescapePercents = (words: string): string =>
	words.replace(/%([0-9a-f]{2})/giu, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)))
const isBinary = /[\u0000-\u0008\u00ff]|\u0089PNG|\u001f\u008b|\u001aE|7z\u00bc/u // oxlint-disable-line no-control-regex -- as above

/** Letters that one unbroken word may have: a file has more, an address or a key has not. */
const packed = /[A-Za-z0-9+/=_-]{600,}/u

/** Without what stands between letters and is not seen. */
const join = (words: string): string => words.replace(/[\s\p{Cf}]+/gu, '')

const findHidden = (words: string, depth: number): boolean => {
	const unpacked = unpack(words)
	if (unpacked.some((bytes) => file.test(bytes))) return true
	return depth < 3 && unpacked.flatMap(readWords).some((inner) => findMedia(inner, depth + 1) !== undefined)
}

/** Reason for which these words are not only words: `file` (one is in them), `data` (a data URL), `packed` (a word too long to be one); `undefined` when they are words. */
export const findMedia = (words: string, depth = 0): 'file' | 'data' | 'packed' | undefined => {
	const joined = join(words)
	const escaped = [1, 2, 3].reduce<string[]>(
		([form = '', ...rest]) => [join(unescapePercents(form)), form, ...rest],
		[joined],
	)
	const forms = [...new Set([words, ...escaped])]
	if (forms.some((form) => dataUrl.test(form))) return 'data'
	if (controls.test(words) || picture.test(words)) return 'file'
	if (escaped.some((form) => form !== joined && isBinary.test(form))) return 'file'
	if (forms.some((form) => findHidden(form, depth))) return 'file'
	return packed.test(words) ? 'packed' : undefined
}
