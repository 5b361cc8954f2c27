/**
 * Shapes of links that have been used against people, on names that cannot exist (RFC 2606) or written so that nobody
 * opens them by accident. Sources of the shapes: phishing and smishing as described by CERTs, Unicode UTS 36 and 39, the
 * URL Standard's host parser; no real victim, no real hostile name.
 */
import { expect, test } from 'vitest'
import { inspectLink, type LinkCode } from './index.ts'

const shapes: readonly (readonly [link: string, code: LinkCode, name?: string])[] = [
	// a name before the @
	['https://www.facebook.com@evil.example/login', 'user-info', 'evil.example'],
	['https://www.cihbank.ma:443@evil.example', 'user-info', 'evil.example'],
	['https://accounts.google.com%2Fsignin@evil.test/', 'user-info', 'evil.test'],
	['www.facebook.com@evil.example/photo', 'user-info', 'evil.example'],
	['https://evil.example\\@www.facebook.com/', 'odd-writing', 'evil.example'],
	// a whole name before the real one
	['https://cihbank.ma.evil.example/', 'domain-in-subdomain', 'evil.example'],
	['hxxps://www.facebook.com.evil[.]example/login.php', 'domain-in-subdomain', 'evil.example'],
	['https://e-blagh.ma.report.evil.test', 'domain-in-subdomain', 'evil.test'],
	['https://portail.gov.ma.evil.example/aide', 'domain-in-subdomain', 'evil.example'],
	['https://www-instagram-com.evil.example/verify', 'domain-in-subdomain', 'evil.example'],
	['https://https-www-whatsapp-com.evil.test', 'domain-in-subdomain', 'evil.test'],
	['https://paypal.com.pages.evil.example', 'domain-in-subdomain', 'evil.example'],
	['https://wafasalaf.ma.suivi.evil.example', 'domain-in-subdomain', 'evil.example'],
	['https://www.facebook.com-login.evil.example/', 'domain-in-subdomain', 'evil.example'],
	['https://instagram.com.ma/', 'domain-in-subdomain', 'com.ma'],
	['https://secure-facebook-login.evil.example', 'brand-in-subdomain', 'evil.example'],
	['https://faceb00k.evil.example', 'brand-in-subdomain', 'evil.example'],
	['https://facebook.evil.example', 'brand-in-subdomain', 'evil.example'],
	// a known name inside somebody's own
	['https://facebook-login.example/', 'brand-in-domain', 'facebook-login.example'],
	['https://whatsapp-gift.test', 'brand-in-domain'],
	['https://freefire-diamonds.example/claim', 'brand-in-domain'],
	['https://instagram.example', 'brand-in-domain'],
	['https://securewhatsapp.example', 'brand-in-domain'],
	['https://apple-id-verify.example', 'brand-in-domain'],
	['https://justice-gov-ma.example/convocation', 'brand-in-domain'],
	['https://roblox-robux-generator.test', 'brand-in-domain'],
	['https://netflix-paiement.web.app', 'brand-in-domain', 'netflix-paiement.web.app'],
	['https://cyberconfiance-support.example', 'brand-in-domain'],
	['https://e-blagh.test', 'brand-in-domain'],
	['https://cndp-ma.example', 'brand-in-domain'],
	['https://fb-login.example', 'brand-in-domain'],
	['https://www.whatsapp.com-gift.example', 'domain-in-subdomain', 'com-gift.example'],
	['https://www.facebook.com%40evil.example', 'disguised-signs'],
	// look-alike letters
	['https://аррӏе.com/', 'look-alike'],
	['https://xn--80ak6aa92e.com/', 'look-alike'],
	['https://fаcebook.com', 'mixed-letters'],
	['https://xn--fcebook-2fg.com', 'mixed-letters'],
	['https://ɡoogle.com', 'look-alike'],
	['https://fàcebook.com', 'look-alike'],
	['https://ınstagram.com', 'look-alike'],
	['https://faceb00k.com', 'look-alike'],
	['https://rnicrosoft.example', 'look-alike'],
	['https://paypa1.example', 'look-alike'],
	['https://lnstagram.com/', 'look-alike'],
	['https://whatsαpp.com', 'mixed-letters'],
	['https://vvhatsapp.example', 'look-alike'],
	['https://ԝһаtsарр.com', 'mixed-letters'],
	['https://faceb00k-login.example', 'look-alike'],
	// Arabic names
	['https://بنك٢2.المغرب', 'mixed-letters'],
	['https://بنك١۲.المغرب', 'mixed-letters'],
	['https://بنكي-بنکی.المغرب', 'mixed-letters'],
	['https://بنک.المغرب', 'arabic-look-alike'],
	['https://بنـك.المغرب', 'hidden-signs'],
	['https://بنكbank.المغرب', 'mixed-letters'],
	['https://google٤.com', 'mixed-letters'],
	// hidden and disguised characters
	['https://www.face\u200bbook.com/', 'hidden-signs'],
	['https://moc.koobecaf\u202e.evil.example', 'hidden-signs'],
	['https://evil.example/facture\u202efdp.exe', 'hidden-signs'],
	['https://evil.example/facture%E2%80%AEfdp.exe', 'hidden-signs'],
	['https://goog\u00adle.com', 'hidden-signs'],
	['https://google.com\u2215login.evil.example/', 'disguised-signs', 'evil.example'],
	['https://google.com\uff0flogin.evil.example/', 'disguised-signs'],
	['https://facebook.com%2elogin.evil.example', 'disguised-signs'],
	['https://ｆａｃｅｂｏｏｋ.com', 'disguised-letters', 'facebook.com'],
	['https://evil。example', 'disguised-letters', 'evil.example'],
	['https://m.facebook.com-----------step1.evil.example', 'padded-name', 'evil.example'],
	// numbers for names
	['http://203.0.113.7/login', 'ip-address', '203.0.113.7'],
	['http://3405803783/', 'ip-disguised', '203.0.113.7'],
	['http://0xCB007107/', 'ip-disguised', '203.0.113.7'],
	['http://0313.0.0161.07/', 'ip-disguised', '203.0.113.7'],
	['http://203.28935/', 'ip-disguised'],
	['http://0x7f.1/', 'ip-disguised', '127.0.0.1'],
	['http://[::ffff:203.0.113.7]/', 'ip-disguised'],
	['http://[2001:db8::1]/', 'ip-address'],
	// typing slips
	['https://facebok.com', 'typo'],
	['https://fcaebook.example', 'typo'],
	['https://whatsap.com', 'typo'],
	['https://instagarm.com', 'typo'],
	['https://e-balagh.ma', 'typo'],
	['https://gooogle.example', 'typo'],
	['https://yotube.com', 'typo'],
	['https://cyberconfience.ma', 'typo'],
	['https://instagram.tk', 'brand-other-ending'],
	// links that do something
	['javascript:alert(document.cookie)', 'runs-code'],
	['  java\tscript:fetch(1)', 'runs-code'],
	['data:text/html;base64,PHNjcmlwdD4=', 'runs-code'],
	['vbscript:msgbox(1)', 'runs-code'],
	['tel:*21*0600000000%23', 'dial-code'],
	['tel:**21*0600000000#', 'dial-code'],
	['sms:1234?body=OUI', 'starts-message'],
	['whatsapp://send?phone=0&text=salam', 'starts-message'],
	['tel:+212500000000', 'starts-call'],
	[
		'intent://evil.example/#Intent;scheme=https;package=a.b;S.browser_fallback_url=https%3A%2F%2Fevil.example%2Fa.apk;end',
		'opens-app',
	],
	['market://details?id=a.b', 'opens-app'],
	['itms-services://?action=download-manifest&url=https://evil.example/m.plist', 'program-file'],
	['file:///sdcard/Download/a.html', 'local-file'],
	['otpauth://totp/x?secret=AAAA', 'login-secret'],
	['WIFI:T:WPA;S:cafe;P:12345678;;', 'joins-wifi'],
	['bitcoin:1BoatSLRHtKNngkdXEeobR76b53LETtpyT?amount=0.1', 'payment'],
	['https://wa.me/settings/linked_devices#2@abcdef', 'links-device'],
	['2@aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789,abc==,def==', 'links-device'],
	['https://discord.com/ra/abcdef', 'links-device'],
	['tg://login?token=abc', 'links-device'],
	// what stands behind the name
	['https://bit.ly/3abcdef', 'shortener'],
	['https://tinyurl.com/abc', 'shortener'],
	['https://evil.example/whatsapp-plus.apk', 'program-file'],
	['https://evil.example/photo.jpg.apk', 'double-ending'],
	['https://evil.example/facture.pdf%20%20%20.exe', 'double-ending'],
	['https://evil.example/go?url=https://evil.test/x', 'redirect'],
	['https://www.google.com/url?q=https%3A%2F%2Fevil.example', 'redirect', 'google.com'],
	['https://l.facebook.com/l.php?u=https%253A%252F%252Fevil.example', 'redirect', 'facebook.com'],
	['https://evil.example/r?next=//evil.test', 'redirect'],
	['https://evil.example/%252e%252e/%2561dmin', 'double-encoded'],
	['https://evil.example/?q=%3Cscript%3Ealert(1)%3C/script%3E', 'script-inside'],
	['https://evil.example/#javascript:alert(1)', 'script-inside'],
	['https://evil.example/www.facebook.com/login', 'brand-in-path'],
	['http://evil.example/', 'not-encrypted'],
	['https://evil.example:8443/', 'port'],
	['https://docs.google.com/forms/d/e/abc/viewform', 'form-page'],
	['https://bonus.github.io', 'hosted-page', 'bonus.github.io'],
	['https://facture.zip', 'file-ending'],
	['https://secure-bank-login.example', 'lure-words'],
	['https://جائزة-مجانية.المغرب', 'lure-words'],
	['https:/evil.example', 'odd-writing', 'evil.example'],
	['https:\\\\evil.example\\login', 'odd-writing', 'evil.example'],
	[`https://a.b.c.d.e.f.evil.example`, 'long-name', 'evil.example'],
	[`https://evil.example/?a=${'a'.repeat(1200)}`, 'very-long'],
	['Salam! vote pour moi: https://evil.example/a et https://evil.example/b', 'several-links'],
]

test('at least sixty shapes are tried', () => {
	expect(new Set(shapes.map(([link]) => link)).size).toBeGreaterThanOrEqual(60)
})

const cases = shapes.map(([link, code, name]) => [link, code, name] as const)

test.each(cases)('inspectLink() sees the trick in %j: %s', (link, code, name) => {
	const report = inspectLink(link)
	expect(report.ok && report.value.findings.map((finding) => finding.code)).toContain(code)
	if (name !== undefined) expect(report.ok && report.value.name?.shown).toBe(name)
})

test('a trick that a link leads on to weighs as if it were its own', () => {
	const report = inspectLink('https://www.google.com/url?q=https://facebook.com.evil.example/')
	expect(report.ok && report.value.verdict).toBe('trick')
	expect(report.ok && report.value.leadsTo?.name?.shown).toBe('evil.example')
})
