import { describe, expect, test } from 'vitest'
import { findBrowserRisk, toBrowserLink } from './guard.ts'

const android =
	'Mozilla/5.0 (Linux; Android 13; SM-A135F Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/120.0.6099.144 Mobile Safari/537.36'
const iphone =
	'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/21B101'

describe('findBrowserRisk()', () => {
	test.each([
		['Facebook', `${android} [FB_IAB/FB4A;FBAV/443.0.0.23.229;]`],
		['Facebook', `${iphone} [FBAN/FBIOS;FBAV/442.0.0.38.105;FBBV/542276012;FBDV/iPhone14,5;FBMD/iPhone]`],
		['Messenger', `${android} [FB_IAB/Orca-Android;FBAV/438.0.0.30.112;]`],
		['Messenger', `${iphone} [FBAN/MessengerForiOS;FBAV/436.0.0.35.108;FBBV/541234567]`],
		[
			'Instagram',
			`${android} Instagram 312.1.0.34.111 Android (33/13; 450dpi; 1080x2208; samsung; SM-A135F; a13; exynos850; fr_FR; 548323748)`,
		],
		[
			'Instagram',
			`${iphone} Instagram 311.0.3.25.110 (iPhone14,5; iOS 17_1_2; fr_FR; fr; scale=3.00; 1170x2532; 545986883)`,
		],
		[
			'TikTok',
			`${android} musical_ly_2023208030 JsSdk/1.0 NetType/WIFI Channel/googleplay AppName/musical_ly app_version/32.8.3 ByteLocale/fr`,
		],
		[
			'TikTok',
			`${android} trill_320803 JsSdk/1.0 NetType/4G AppName/trill app_version/32.8.3 BytedanceWebview/d8a21c6`,
		],
		['Snapchat', `${iphone} Snapchat/12.63.0.53 (like Safari/8616.2.9.10.1, panda)`],
		['LinkedIn', `${iphone} [LinkedInApp]/9.29.4285`],
		[
			'Telegram',
			`${android.replace(' Mobile Safari', ' Mobile Safari')} Telegram-Android/10.6.1 (Samsung SM-A135F; Android 13; SDK 33; AVERAGE)`,
		],
		['WhatsApp', 'WhatsApp/2.23.25.83 A'],
	])('knows the browser inside %s', (app, agent) =>
		expect(findBrowserRisk({ 'user-agent': agent })).toEqual({ kind: 'in-app', app }),
	)

	test('knows an app by the name Android gives, and an app without a name by its WebView', () => {
		expect(findBrowserRisk({ 'user-agent': android, 'x-requested-with': 'com.whatsapp' })?.app).toBe(
			'WhatsApp',
		)
		for (const agent of [android, iphone])
			expect(findBrowserRisk({ 'user-agent': agent })).toEqual({ kind: 'in-app', app: '' })
	})

	test.each([
		[
			'Opera Mini',
			{
				'user-agent':
					'Opera/9.80 (Android; Opera Mini/36.2.2254/191.303; U; fr) Presto/2.12.423 Version/12.16',
			},
		],
		[
			'Opera Mini',
			{
				'user-agent':
					'Mozilla/5.0 (iPhone; CPU iPhone OS 15_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) OPiOS/16.0.15.124050 Mobile/15E148 Safari/9537.53',
			},
		],
		['Opera Mini', { 'user-agent': 'x', 'x-operamini-phone-ua': 'Nokia' }],
		[
			'UC Browser',
			{
				'user-agent':
					'UCWEB/2.0 (MIDP-2.0; U; Adr 9; en-US; TECNO) U2/1.0.0 UCBrowser/10.7.9.856 U2/1.0.0 Mobile',
			},
		],
		[
			'Puffin',
			{
				'user-agent':
					'Mozilla/5.0 (X11; U; Linux x86_64; fr-FR) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/102.0.5005.197 Safari/537.36 Puffin/9.7.2.51367AP',
			},
		],
		['', { 'user-agent': 'x', via: '1.1 Chrome-Compression-Proxy' }],
	])('knows the machines of %s in between', (app, headers) =>
		expect(findBrowserRisk(headers)).toEqual({ kind: 'proxy', app }),
	)

	test.each([
		'Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36',
		'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1_2 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.1.2 Mobile/15E148 Safari/604.1',
		'Mozilla/5.0 (Android 13; Mobile; rv:109.0) Gecko/120.0 Firefox/120.0',
		'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/23.0 Chrome/115.0.0.0 Mobile Safari/537.36',
		'Mozilla/5.0 (Linux; Android 13) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Mobile Safari/537.36 OPR/79.0.4195.76803',
		'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36 Edg/120.0.0.0',
		'Mozilla/5.0 (iPhone; CPU iPhone OS 17_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/120.0.6099.119 Mobile/15E148 Safari/604.1',
		'',
	])('lets a browser be: %s', (agent) =>
		expect(findBrowserRisk({ 'user-agent': agent, via: '1.1 varnish' })).toBeUndefined(),
	)
})

test('toBrowserLink() leads from an app on Android to any browser, without the query and without a name of one', () => {
	const address = 'https://thiqa.example/fr/mailbox?a=b'
	expect(toBrowserLink(address, { 'user-agent': android })).toBe(
		'intent://thiqa.example/fr/mailbox#Intent;scheme=https;action=android.intent.action.VIEW;category=android.intent.category.BROWSABLE;end',
	)
	expect(toBrowserLink(address, { 'user-agent': iphone })).toBeUndefined()
	expect(toBrowserLink(address, {})).toBeUndefined()
})
