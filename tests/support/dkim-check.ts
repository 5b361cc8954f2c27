/** Checks a DKIM signature with nothing but RFC 6376 and Node: relaxed/relaxed, rsa-sha256. A second opinion on whoever signed. */
import { createHash, createVerify, type KeyObject } from 'node:crypto'

const toRelaxed = (header: string): string => {
	const at = header.indexOf(':')
	const value = header
		.slice(at + 1)
		.replace(/\r\n/gu, '')
		.replace(/[ \t]+/gu, ' ')
		.trim()
	return `${header.slice(0, at).trim().toLowerCase()}:${value}`
}
const toRelaxedBody = (body: string): string => {
	const lines = body.split('\r\n').map((line) => line.replace(/[ \t]+/gu, ' ').replace(/ $/u, ''))
	const text = lines.join('\r\n').replace(/(?:\r\n)+$/u, '')
	return text === '' ? '' : `${text}\r\n`
}

/** The tags of the signature, and whether header and body are what was signed. `raw` in latin1, one character a byte. */
export const checkDkim = (raw: string, key: KeyObject): { tags: Record<string, string>; isGood: boolean } => {
	const end = raw.indexOf('\r\n\r\n')
	const headers = raw.slice(0, end).split(/\r\n(?![ \t])/u)
	const signature = headers.find((header) => /^dkim-signature:/iu.test(header)) ?? ''
	const tags = Object.fromEntries(
		signature
			.slice(signature.indexOf(':') + 1)
			.replace(/\s+/gu, '')
			.split(';')
			.filter((tag) => tag !== '')
			.map((tag) => [tag.slice(0, tag.indexOf('=')), tag.slice(tag.indexOf('=') + 1)] as const),
	)
	const find = (name: string): string[] =>
		headers.filter((header) => header.slice(0, header.indexOf(':')).trim().toLowerCase() === name).slice(-1)
	const signed = (tags['h'] ?? '').toLowerCase().split(':').flatMap(find).map(toRelaxed)
	const unsigned = toRelaxed(signature).replace(/(;\s*b=)[^;]*/u, '$1')
	const verify = createVerify('RSA-SHA256').update([...signed, unsigned].join('\r\n'), 'latin1')
	const body = createHash('sha256')
		.update(toRelaxedBody(raw.slice(end + 4)), 'latin1')
		.digest('base64')
	return { tags, isGood: body === tags['bh'] && verify.verify(key, tags['b'] ?? '', 'base64') }
}
