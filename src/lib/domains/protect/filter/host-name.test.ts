import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isWithin, maxNames, parseHostName, parseHostNames } from './host-name.ts'

describe('parseHostName()', () => {
	test.each([
		['Example.ORG', 'example.org'],
		[' example.org. ', 'example.org'],
		['bücher.example', 'xn--bcher-kva.example'],
		['موقع.المغرب', 'xn--4gbrim.xn--mgbc0a9azcg'],
	])('takes %s', (typed, name) => {
		expect(parseHostName(typed)).toEqual({ ok: true, value: name })
	})

	test.each([
		'',
		'localhost',
		'com',
		'https://example.org',
		'example.org/path',
		'user@example.org',
		'example.org:80',
		'*.example.org',
		'1.2.3.4',
		'0x7f.1',
		'[::1]',
		'a..b',
		'-a.example',
		'a b.example',
		'_dmarc.example.org',
		'x.example\nserver=203.0.113.1',
		'x.example"; };',
		"x.example']] os.execute('id')--",
		'x.example#',
		'x.example%0aserver',
		'x.example\u2028y.example',
		'x\u0000.example',
		`${'a'.repeat(64)}.example`,
		`${'a.'.repeat(130)}example`,
	])('refuses %j', (typed) => {
		expect(parseHostName(typed).ok).toBe(false)
	})

	test('never lets a character through that a configuration language could read', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.domain(), fc.webUrl()), (typed) => {
				const parsed = parseHostName(typed)
				if (parsed.ok) expect(parsed.value).toMatch(/^(?=.{3,235}$)[a-z0-9-]+(\.[a-z0-9-]+)+$/u)
				else
					expect(JSON.stringify(parsed.issues)).toBe(
						'[{"path":"","message":"must be a host name such as example.org"}]',
					)
			}),
		)
	})
})

describe('parseHostNames()', () => {
	test('names every wrong one by its place and repeats none of them', () => {
		expect(parseHostNames(['a.example', '<script>', 'b.example', 'x y'])).toEqual({
			ok: false,
			issues: [
				{ path: '1', message: 'must be a host name such as example.org' },
				{ path: '3', message: 'must be a host name such as example.org' },
			],
		})
	})

	test('refuses more names than a person types', () => {
		const many = Array.from({ length: maxNames + 1 }, (_, index) => `n${index}.example`)
		expect(parseHostNames(many)).toMatchObject({
			ok: false,
			issues: [{ path: '500', message: 'must be 500 names at most' }],
		})
	})

	test('counts characters too, and a name that stands twice only once', () => {
		const long = Array.from(
			{ length: 480 },
			(_, at) => `x${at}.quite-long-name-for-a-blocked-site-of-${at}.example.ma`,
		)
		const parsed = parseHostNames(['a.example', 'a.example', ...long])
		expect(parsed.ok).toBe(false)
		const [issue] = parsed.ok ? [] : parsed.issues
		const fits = Number(/\d+/u.exec(issue?.message ?? '')?.[0])
		expect(issue?.path).toBe(String(fits + 1))
		const kept = ['a.example', ...long].slice(0, fits)
		expect(kept.join(' ').length).toBeLessThanOrEqual(20_000)
		expect(parseHostNames(kept).ok).toBe(true)
	})

	test('keeps each name once, in order', () => {
		expect(parseHostNames(['b.example', 'a.example', 'B.example'])).toEqual({
			ok: true,
			value: ['a.example', 'b.example'],
		})
	})
})

test('isWithin() knows a name below from a name that only ends alike', () => {
	expect(isWithin('www.casino.example', 'casino.example')).toBe(true)
	expect(isWithin('notcasino.example', 'casino.example')).toBe(false)
})
