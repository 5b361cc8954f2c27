import { expect, test } from 'vitest'
import { createCookieJar } from './cookie-jar.ts'

const now = new Date('2026-11-30T12:00:00Z')
const later = new Date('2026-11-30T12:00:11Z')

test('cookies go back as they came, a name again replaces, and one that has ended is gone', () => {
	const jar = createCookieJar()
	expect(jar.format(now)).toBeUndefined()
	jar.take(['__Host-thiqa=a%3Db=c; Path=/; HttpOnly; Secure; SameSite=Strict', 'short=1; Max-Age=10'], now)
	expect(jar.format(now)).toBe('__Host-thiqa=a%3Db=c; short=1')
	expect(jar.format(later)).toBe('__Host-thiqa=a%3Db=c')
	jar.take(['__Host-thiqa=new; Expires=Mon, 30 Nov 2026 13:00:00 GMT'], now)
	expect(jar.format(now)).toBe('__Host-thiqa=new; short=1')
	jar.take(['__Host-thiqa=; Max-Age=0', 'short=; Expires=Thu, 01 Jan 1970 00:00:00 GMT'], now)
	expect(jar.format(now)).toBeUndefined()
})

test('a line without a name is none', () => {
	const jar = createCookieJar()
	jar.take(['=a', 'alone', ''], now)
	expect(jar.format(now)).toBeUndefined()
})
