import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { base64 } from '@scure/base'

/** A part of a mail besides its text. */
export type MailFile = { name: string; type: string; bytes: Uint8Array }

/** Head of a mail. `at`: when it is written; `id`: unique, without angle brackets. */
export type MailHead = { from: string; to: string; at: Date; id: string }

const line = '\r\n'
/** Lines of base64 as mail has them. */
const wrap = (bytes: Uint8Array): string => (base64.encode(bytes).match(/.{1,76}/gu) ?? []).join(line)

const plainName = /^[A-Za-z0-9][A-Za-z0-9._-]{0,60}$/u
const plainType = /^[a-z]+\/[a-z0-9.+-]{1,60}$/u

/** Words in a header, as RFC 2047 writes them: in pieces, none cut within a letter. */
const toHeaderWords = (text: string): string => {
	if (/^[\x20-\x7e]{0,60}$/u.test(text)) return text
	const pieces: string[] = []
	for (const letter of text.replace(/\p{Cc}+/gu, ' ')) {
		const last = pieces.at(-1)
		if (last !== undefined && utf8ToBytes(last + letter).length <= 42)
			pieces[pieces.length - 1] = last + letter
		else pieces.push(letter)
	}
	return pieces.map((piece) => `=?utf-8?B?${base64.encode(utf8ToBytes(piece))}?=`).join(`${line} `)
}

/** A line between parts that stands in none of them: base64 and armor hold no `=_`. */
const toBoundary = (...parts: readonly string[]): string =>
	`=_${bytesToHex(sha256(utf8ToBytes(parts.join('\0')))).slice(0, 32)}`

const toTextPart = (text: string, more = ''): string =>
	[
		`Content-Type: text/plain; charset=utf-8${more}`,
		'Content-Transfer-Encoding: base64',
		'',
		wrap(utf8ToBytes(text.replace(/\r?\n/gu, line))),
	].join(line)

const toFilePart = ({ name, type, bytes }: MailFile): string =>
	[
		`Content-Type: ${type}; name="${name}"`,
		`Content-Disposition: attachment; filename="${name}"`,
		'Content-Transfer-Encoding: base64',
		'',
		wrap(bytes),
	].join(line)

/**
 * What is sealed: text, files and the subject, which stands inside only (`protected-headers`).
 *
 * @throws RangeError when a name or a type of a file is not plain
 */
export const toProtectedEntity = ({
	subject,
	text,
	files = [],
}: {
	subject: string
	text: string
	files?: readonly MailFile[]
}): Uint8Array => {
	if (files.some(({ name, type }) => !plainName.test(name) || !plainType.test(type)))
		throw new RangeError('writing a mail: wanted plain names and types of files')
	const head = `Subject: ${toHeaderWords(subject)}`
	const isProtected = '; protected-headers=v1'
	if (files.length === 0) return utf8ToBytes([head, toTextPart(text, isProtected), ''].join(line))
	const parts = [toTextPart(text), ...files.map(toFilePart)]
	const boundary = toBoundary(...parts)
	return utf8ToBytes(
		[
			head,
			`Content-Type: multipart/mixed; boundary="${boundary}"${isProtected}`,
			'',
			...parts.flatMap((part) => [`--${boundary}`, part]),
			`--${boundary}--`,
			'',
		].join(line),
	)
}

const plainAddress = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?$/u

/**
 * The mail around a sealed message, as it goes to a mail server: `multipart/encrypted` (RFC 3156, section 4). Its subject says nothing.
 *
 * @throws RangeError when an address or the id is not plain
 */
export const toPgpMail = (armored: string, { from, to, at, id }: MailHead): Uint8Array => {
	if (![from, to, id].every((address) => plainAddress.test(address)))
		throw new RangeError('writing a mail: wanted plain addresses and an id like one')
	const boundary = toBoundary(armored)
	return utf8ToBytes(
		[
			`From: ${from}`,
			`To: ${to}`,
			`Date: ${at.toUTCString().replace('GMT', '+0000')}`,
			`Message-ID: <${id}>`,
			'Subject: ...',
			'MIME-Version: 1.0',
			'Content-Type: multipart/encrypted; protocol="application/pgp-encrypted";',
			` boundary="${boundary}"`,
			'',
			`--${boundary}`,
			'Content-Type: application/pgp-encrypted',
			'',
			'Version: 1',
			'',
			`--${boundary}`,
			'Content-Type: application/octet-stream; name="encrypted.asc"',
			'Content-Disposition: inline; filename="encrypted.asc"',
			'',
			armored.trim().replace(/\r?\n/gu, line),
			`--${boundary}--`,
			'',
		].join(line),
	)
}
