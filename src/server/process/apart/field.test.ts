import { expect, test } from 'vitest'
import { findTicket, findToken, findTypedCode } from './field.ts'

const ticket = 'aB-_9'.repeat(10) + 'z'
const read = (form: string) => findTypedCode(Buffer.from(form)).toString()

test.each([
	['code=1234+5678', '1234+5678'],
	['text=a&code=1234%0D%0A5678&ticket=x', '1234%0D%0A5678'],
	['qrcode=99&code=1234', '1234'],
	['qrcode=99', ''],
	['code=', ''],
	['text=code%3D99', ''],
	['', ''],
])('the receipt in %s is taken as it was typed', (form, code) => {
	expect(read(form)).toBe(code)
})

test('an empty line before it, which a browser leaves out when the page came back, changes nothing', () => {
	expect(read('code=%0D%0A%0D%0A12')).toBe(read('code=12'))
})

test('it is no copy: who overwrites the form overwrites it', () => {
	const form = Buffer.from('text=a&code=1234')
	const code = findTypedCode(form)
	form.fill(0)
	expect([...code]).toEqual([0, 0, 0, 0])
})

test('a ticket is read where it has the length of one, and nothing else is made a text', () => {
	expect(findTicket(Buffer.from(`code=1&ticket=${ticket}`))).toBe(ticket)
	expect(findTicket(Buffer.from(`ticket=${ticket}&code=1`))).toBe(ticket)
	expect(findTicket(Buffer.from(`ticket=${ticket}x&code=1`))).toBe('')
	expect(findTicket(Buffer.from('code=1'))).toBe('')
})

const token = 'aB-_9'.repeat(10) + 'zz'

test.each([
	[`token=${token}&danger=now`, token],
	[`danger=now&words=token%3Dx&token=${token}`, token],
	[`token=${token}x`, ''],
	['danger=now', ''],
	[`--b\r\nContent-Disposition: form-data; name="token"\r\n\r\n${token}\r\n--b--`, token],
	['--b\r\nContent-Disposition: form-data; name="token"\r\n\r\nshort', ''],
])('the token in %s', (form, expected) => {
	expect(findToken(Buffer.from(form))).toBe(expected)
})
