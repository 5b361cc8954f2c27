import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toPgpMail, toProtectedEntity } from './index.ts'

const armored = '-----BEGIN PGP MESSAGE-----\n\nwV4DAAAA\n=AAAA\n-----END PGP MESSAGE-----\n'
const read = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)

const head = {
	from: 'desk@desk.example',
	to: 'desk@partner.example',
	at: new Date('2026-11-29T09:05:00Z'),
	id: 'a1@desk.example',
}

test('toPgpMail() writes the two parts of RFC 3156, under a subject that says nothing', () => {
	const mail = read(toPgpMail(armored, head))
	for (const one of mail.split('\r\n')) expect(one).toMatch(/^[\x20-\x7e]{0,78}$/u)
	expect(mail).toContain(
		'\r\nDate: Sun, 29 Nov 2026 09:05:00 +0000\r\nMessage-ID: <a1@desk.example>\r\nSubject: ...\r\n',
	)
	const boundary = /boundary="([^"]+)"/u.exec(mail)?.[1] ?? '?'
	const parts = mail.split(`--${boundary}`)
	expect(parts).toHaveLength(4)
	expect(parts[1]).toBe('\r\nContent-Type: application/pgp-encrypted\r\n\r\nVersion: 1\r\n\r\n')
	expect(parts[2]).toContain('\r\n\r\n-----BEGIN PGP MESSAGE-----\r\n\r\nwV4DAAAA\r\n')
	expect(parts[3]).toBe('--\r\n')
})

test('an address that could become a header is refused', () => {
	const bad = [
		'x@partner.example\r\nBcc: y@partner.example',
		'A <x@partner.example>',
		'x@a.example, y@b.example',
		'',
	]
	for (const address of bad) {
		expect(() => toPgpMail(armored, { ...head, to: address }), address).toThrow(RangeError)
		expect(() => toPgpMail(armored, { ...head, id: address }), address).toThrow(RangeError)
	}
})

test('any subject and text make lines that every mailer carries, with no header of their own', () => {
	const words = fc.string({ unit: 'grapheme', maxLength: 200 })
	fc.assert(
		fc.property(words, words, (subject, text) => {
			const entity = read(toProtectedEntity({ subject, text: `${text}\r\nBcc: x@partner.example` }))
			const [head = ''] = entity.split('\r\n\r\n')
			for (const one of entity.split('\r\n')) expect(one).toMatch(/^[\x20-\x7e]{0,78}$/u)
			const names = head.split(/\r\n(?! )/u).map((one) => one.split(':')[0])
			expect(names).toEqual(['Subject', 'Content-Type', 'Content-Transfer-Encoding'])
		}),
	)
})

test('files stand beside the text', () => {
	const file = { name: 'custody.jsonld', type: 'application/ld+json', bytes: new Uint8Array([1, 2]) }
	const entity = read(toProtectedEntity({ subject: 'موضوع', text: 'نص', files: [file] }))
	expect(entity).toContain('filename="custody.jsonld"\r\nContent-Transfer-Encoding: base64\r\n\r\nAQI=')
	expect(entity.match(/^--=_[0-9a-f]{32}/gmu)).toHaveLength(3)
})

test('a name of a file that could become a header is refused', () => {
	for (const name of ['a"\r\nBcc: x@partner.example', '../a', ''])
		expect(() =>
			toProtectedEntity({
				subject: '',
				text: '',
				files: [{ name, type: 'text/plain', bytes: new Uint8Array() }],
			}),
		).toThrow(RangeError)
})
