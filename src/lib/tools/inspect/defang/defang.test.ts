import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countEach } from '../../../../../tests/support/work.ts'
import { defang, defangText, refang, stripInvisible, toCanonicalAddress } from './index.ts'

/** Patterns that programs look for when they make links of text. */
const opens =
	/https?:|ftp:|javascript:|data:|vbscript:|file:|intent:|mailto:|www\.|[\p{L}\p{N}][.。．｡][\p{L}\p{N}]|@[\p{L}\p{N}]/iu

/** Shapes in which an address attacks whoever reads it, opens it or takes it apart. */
const attacks = [
	'https://example.org/a.html',
	'HTTPS://EXAMPLE.ORG',
	'hTtPs://example.org',
	'http://bank.example@evil.example/',
	'https://evil.example/https://bank.example/login',
	'https://evil.example/?next=http://other.example',
	'https://evil.example/#mailto:a@b.example',
	'www.example.org',
	'example.org/path',
	'//example.org/x',
	'javascript:alert(document.domain)',
	'java\nscript:alert(1)',
	' \u0001javascript:alert(1)',
	'JaVaScRiPt:alert(1)',
	'data:text/html;base64,PHNjcmlwdD4=',
	'vbscript:msgbox(1)',
	'file:///etc/passwd',
	'intent://evil.example/#Intent;scheme=http;end',
	'mailto:child@example.org?subject=x',
	'tel:+212000000000',
	'https://example。org/',
	'https://example．org/',
	'https://example｡org/',
	'https://exam\u200bple.org/',
	'https://example.org/\u202egpj.exe',
	'h\u00adttps://example.org/',
	'https://192.0.2.1:8080/x',
	'https://[2001:db8::1]/x.y',
	'http://2130706433/a.b',
	'https://مثال.إختبار/صفحة.html',
	'https://xn--mgbh0fb.xn--kgbechtv/',
	'https://example.org/"><img src=x onerror=alert(1)>.png',
	'https://example.org/%2e%2e/%2E%2e/etc',
	'https://example.onion/abc.def',
	`https://${'a.'.repeat(2000)}example.org/`,
]

describe('defang()', () => {
	test.each([
		['https://example.org', 'hxxps://example[.]org'],
		['http://sub.example.org:8080/a.html?b=c.d', 'hxxp://sub[.]example[.]org[:]8080/a[.]html?b=c[.]d'],
		['HTTPS://Example.org/Path', 'hxxps://Example[.]org/Path'],
		['javascript:alert(1)', 'javascript[:]alert(1)'],
		['https://user:pw@example.org/', 'hxxps://user[:]pw[@]example[.]org/'],
	])('writes %j as %j', (address, inert) => {
		expect(defang(address)).toBe(inert)
	})

	test.each(attacks)('leaves nothing to open in %.60j', (address) => {
		expect(defang(address)).not.toMatch(opens)
		expect(defang(address)).toBe(stripInvisible(defang(address)))
	})

	test('leaves nothing to open in any text, and doing it twice changes nothing', () => {
		const pieces = fc.constantFrom(
			...attacks,
			'http',
			'hxxp',
			':',
			'/',
			'.',
			'[.]',
			'(dot)',
			'[:]',
			'@',
			'[at]',
			'a',
			'\u200d',
			' ',
		)
		fc.assert(
			fc.property(fc.array(pieces, { maxLength: 6 }), (list) => {
				const once = defang(list.join(''))
				expect(once).not.toMatch(opens)
				expect(defang(once)).toBe(once)
			}),
		)
	})

	test('refang() brings every address back', () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
				fc.pre(!/[[({]\s*(?:\.|dot|:|@|at)\s*[\])}]|h[x*]{2}p|fxp/iu.test(address))
				expect(refang(defang(address))).toBe(address)
			}),
		)
	})
})

test.each([
	'hxxps://example[.]org/x',
	'hXXps://example(.)org/x',
	'h**ps://example{.}org/x',
	'hxxps[:]//example[dot]org/x',
	'hxxps[://]example(dot)org/x',
	'hxxps://example[ . ]org/x',
	'  https://example.org/x  ',
	'https://exa\u200bmple.org/x\u202c',
])('refang() reads %j as other desks write it', (text) => {
	expect(refang(text)).toBe('https://example.org/x')
})

describe('defangText()', () => {
	test('defangs what looks like an address and leaves words, numbers and abbreviations', () => {
		expect(
			defangText('He sent https://a.example/x, then www.b.example and c@d.example. Art. 1.5, e.g. 24/7:'),
		).toBe(
			'He sent hxxps://a[.]example/x, then www[.]b[.]example and c[@]d[.]example[.] Art. 1.5, e.g. 24/7:',
		)
		expect(defangText('سيفط ليا هاد الرابط: https://a.example\nوقال ليا ما تهضرش.')).toBe(
			'سيفط ليا هاد الرابط: hxxps://a[.]example\nوقال ليا ما تهضرش.',
		)
	})

	test.each(attacks)('leaves no link in a text that holds %.60j', (address) => {
		const words = defangText(`before ${address} after`)
		expect(words).not.toMatch(
			/https?:|javascript:|data:|vbscript:|file:|intent:|mailto:|www\.|\w\.[a-z]{2}/iu,
		)
		expect(words.startsWith('before ') && words.endsWith(' after')).toBe(true)
	})
})

describe('stripInvisible()', () => {
	test.each([
		['a\u202egnp.exe', 'agnp.exe'],
		['\u2066x\u2069\u200e\u200f\u061c', 'x'],
		['exa\u200b\u200c\u200d\u2060\ufeffmple', 'example'],
		['so\u00adft', 'soft'],
		['a\u0000\u0007\u001b[31mb\u007f\u0085', 'a[31mb'],
		['\u{e0041}\u{e0042}x', 'x'],
		['a\u3164b\u115f', 'ab'],
		['line\nand\ttab', 'line\nand\ttab'],
		['half \ud800 letter \ud83d\ude00', 'half  letter 😀'],
		['السلام عليكم، ⴰⵣⵓⵍ', 'السلام عليكم، ⴰⵣⵓⵍ'],
	])('makes %j %j', (text, plain) => {
		expect(stripInvisible(text)).toBe(plain)
	})

	test('leaves no format control in any text, and doing it twice changes nothing', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				const plain = stripInvisible(text)
				expect(plain).not.toMatch(/[\p{Cf}\p{Cs}]|[^\P{Cc}\t\n]/u)
				expect(stripInvisible(plain)).toBe(plain)
			}),
		)
	})
})

describe('toCanonicalAddress()', () => {
	test.each([
		'https://www.example.org/~user/a?b=1',
		'hxxps://www[.]example[.]org/~user/a?b=1',
		'HTTPS://WWW.EXAMPLE.ORG/~user/a?b=1',
		'https://www.example.org:443/~user/a?b=1',
		'https://www.example.org./~user/a?b=1',
		'www.example.org/~user/a?b=1',
		'//www.example.org/~user/a?b=1',
		'https://name:word@www.example.org/~user/a?b=1',
		'https://www.example.org/%7Euser/%61?b=%31',
		'https://www.example.org/x/../%7euser/a?b=1',
		'https://www.example.org/x/%2E%2e/~user/a?b=1',
		'https://www.example.org/~user/a?utm_source=x&b=1&fbclid=y&UTM_Medium=z',
		'https://www.example.org/~user/a?b=1#',
		'https://www.example.org/~user/a?b=1#:~:text=word',
		'https://www.exa\u200bmple.org/~user/a?b=1',
		'https://www。example．org/~user/a?b=1',
		' https://www.example.org/~user/a?b=1\n',
	])('gives one spelling for %j', (address) => {
		expect(toCanonicalAddress(address)).toBe('https://www.example.org/~user/a?b=1')
	})

	test.each([
		['https://مثال.إختبار/صفحة', 'https://xn--mgbh0fb.xn--kgbechtv/%D8%B5%D9%81%D8%AD%D8%A9'],
		['https://bücher.example', 'https://xn--bcher-kva.example/'],
		['http://0x7f.1/', 'http://127.0.0.1/'],
		['http://2130706433/', 'http://127.0.0.1/'],
		['https://[2001:DB8:0::1]:8443/', 'https://[2001:db8::1]:8443/'],
		['example.org:8080/x', 'https://example.org:8080/x'],
		['https://youtu.be/abc?si=xyz&t=10', 'https://youtu.be/abc?t=10'],
		['https://x.com/a/status/1?s=20&t=k', 'https://x.com/a/status/1'],
		['https://shop.example/?s=20&t=k', 'https://shop.example/?s=20&t=k'],
		['https://notx.com/?s=20', 'https://notx.com/?s=20'],
		['https://vm.tiktok.com/Z/?_t=1&_r=1', 'https://vm.tiktok.com/Z/'],
		['https://files.example/#!key.part', 'https://files.example/#!key.part'],
		['https://a.example/%3B%2f', 'https://a.example/%3B%2F'],
	])('writes %j as %j', (address, canonical) => {
		expect(toCanonicalAddress(address)).toBe(canonical)
	})

	test.each([
		['another page', 'https://a.example/1', 'https://a.example/2'],
		['another host', 'https://a.example/', 'https://www.a.example/'],
		['a letter of the path in another case', 'https://a.example/A', 'https://a.example/a'],
		['another parameter', 'https://a.example/?id=1', 'https://a.example/?id=2'],
		['an escaped slash', 'https://a.example/a%2Fb', 'https://a.example/a/b'],
		['an escaped ampersand', 'https://a.example/?a=1%26b=2', 'https://a.example/?a=1&b=2'],
		['another place of an application', 'https://a.example/#/1', 'https://a.example/#/2'],
	])('keeps %s apart', (_, one, other) => {
		expect(toCanonicalAddress(one)).not.toBe(toCanonicalAddress(other))
	})

	test.each([
		'',
		'word',
		'javascript:alert(1)',
		'data:,x',
		'mailto:a@b.example',
		'ftp://a.example/',
		'https://',
		'http://a b/',
		'https://localhost/',
		`https://a.example/${'x'.repeat(20_001)}`,
	])('gives nothing for %.40j', (text) => {
		expect(toCanonicalAddress(text)).toBeUndefined()
	})

	test('a canonical address is its own canonical address', () => {
		const address = fc.oneof(
			fc.webUrl({ withQueryParameters: true, withFragments: true }),
			fc.constantFrom(...attacks),
		)
		fc.assert(
			fc.property(address, fc.constantFrom('', '?utm_id=1', '%7E', '#x', '%252e%252e/'), (start, end) => {
				const canonical = toCanonicalAddress(start + end)
				if (canonical !== undefined) expect(toCanonicalAddress(canonical)).toBe(canonical)
			}),
		)
	})

	test('hostile input is little work, however long', async () => {
		const pieces = ['%', '[', '(', 'http:', '.', '[.', '%25', '&', 'a.', '@', ':', '/..', ' ']
		const rounds = pieces.flatMap((piece) => [
			piece.repeat(20_000 / piece.length),
			`https://a.example/?${piece.repeat(19_000 / piece.length)}`,
		])
		const counts = await countEach(
			rounds.map((round) => () => [toCanonicalAddress(round), defangText(round)]),
		)
		for (const [at, round] of rounds.entries()) expect(counts[at], round.slice(0, 30)).toBeLessThan(60_000)
	})
})
