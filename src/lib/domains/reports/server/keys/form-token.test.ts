import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMac } from '#platform'
import { makeFormToken, readFormToken } from './form-token.ts'

const mac = createMac(new Uint8Array(32).fill(5))
const now = new Date('2026-03-01T10:20:30Z')
const later = (seconds: number): Date => new Date(now.getTime() + seconds * 1000)

test('a token is good from ten seconds after the page was made until four hours after', () => {
	const token = makeFormToken('report', mac, now)
	const read = (seconds: number, leastSeconds = 10) =>
		readFormToken(token, 'report', { mac, now: later(seconds), leastSeconds })
	expect(read(9)).toBe('token.too-soon')
	expect(read(0, 0)).toMatchObject({ expires: later(4 * 3600) })
	expect(read(10)).toMatchObject({ issued: now })
	expect(read(4 * 3600 - 1)).toMatchObject({ issued: now })
	expect(read(4 * 3600)).toBe('token.too-old')
	expect(read(-3600, 0)).toBe('token.too-old')
})

test('a token of another form, another installation, or changed in one letter is none', () => {
	const token = makeFormToken('report', mac, now)
	expect(readFormToken(token, 'mailbox', { mac, now })).toBe('token.wrong')
	const other = createMac(new Uint8Array(32).fill(6))
	expect(readFormToken(token, 'report', { mac: other, now })).toBe('token.wrong')
	const letters = fc.constantFrom(
		...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'),
	)
	fc.assert(
		fc.property(fc.nat(token.length - 1), letters, (at, letter) => {
			fc.pre(token[at] !== letter)
			const changed = token.slice(0, at) + letter + token.slice(at + 1)
			expect(readFormToken(changed, 'report', { mac, now })).toBe('token.wrong')
		}),
	)
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(readFormToken(text, 'report', { mac, now })).toBe('token.wrong')
		}),
	)
})

test('a thousand tokens are a thousand ids', () => {
	const ids = Array.from({ length: 1000 }, () => {
		const token = readFormToken(makeFormToken('report', mac, now), 'report', { mac, now })
		return typeof token === 'string' ? token : token.id
	})
	expect(new Set(ids).size).toBe(1000)
	expect(
		ids.every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u.test(id)),
	).toBe(true)
})
