import { expect, test } from 'vitest'
import { isAccountAddress } from './personal.ts'

test.each([
	'https://www.instagram.com/somebody/',
	'https://m.facebook.com/profile.php?id=1',
	'https://x.com/somebody/status/1',
	'https://t.me/somebody',
	'https://forum.example/users/12',
	'https://forum.example/@somebody',
	'https://host.example/~somebody/',
	'https://host.example/list?user_id=12',
	'https://host.example/?to=a%40b.example',
])('%s leads to a person', (url) => {
	expect(isAccountAddress(url)).toBe(true)
})

test.each([
	'https://www.instagram.com/',
	'https://files.example/very-secret-path',
	'https://host.example/usernames/',
	'https://notfacebook.com/a',
	'https://host.example/a?page=2',
	'no address',
])('%s leads to none', (url) => {
	expect(isAccountAddress(url)).toBe(false)
})
