/**
 * Finds browsers in which nobody should write a report: those inside another app, whose owner can read and change the page, and those
 * whose pages go through a company's machines to save data. Reads headers only, and stores nothing.
 */

export type BrowserRisk = { kind: 'in-app'; app: string } | { kind: 'proxy'; app: string }

/** Request headers that describe the browser; names as in HTTP, in lower case. */
export type BrowserHeaders = Partial<
	Record<'user-agent' | 'via' | 'save-data' | 'x-requested-with' | 'x-operamini-phone-ua', string | null>
>

/** Names of apps in the user agent; the first match counts. */
const apps: readonly (readonly [app: string, pattern: RegExp])[] = [
	['Messenger', /\bFBAN\/Messenger|\bFB_IAB\/(?:MESSENGER|Orca)|\bOrca-Android\b|\bMessengerForiOS\b/u],
	['Instagram', /\bInstagram\b/u],
	['Facebook', /\bFBA[NV]\/|\bFB_IAB\/|\bFBIOS\b/u],
	['WhatsApp', /\bWhatsApp\b/u],
	['TikTok', /\b(?:musical_ly|TikTok|BytedanceWebview|ByteLocale|trill_)/u],
	['Snapchat', /\bSnapchat\b/u],
	['Telegram', /\bTelegram\b|\bTgWebView\b/u],
	['LinkedIn', /\bLinkedInApp\b/u],
	['Pinterest', /\[Pinterest\/|\bPinterest for\b/u],
	['X', /\bTwitter(?:Android)?\b/u],
	['LINE', /\bLine\/\d/u],
	['WeChat', /\bMicroMessenger\b/u],
	['Discord', /\bDiscord\//u],
	['Google', /\bGSA\/\d/u],
]

/** `X-Requested-With` of a WebView on Android: the package of the app around it. */
const packages: Readonly<Record<string, string>> = {
	'com.whatsapp': 'WhatsApp',
	'com.whatsapp.w4b': 'WhatsApp',
	'com.facebook.katana': 'Facebook',
	'com.facebook.lite': 'Facebook',
	'com.facebook.orca': 'Messenger',
	'com.instagram.android': 'Instagram',
	'com.zhiliaoapp.musically': 'TikTok',
	'com.ss.android.ugc.trill': 'TikTok',
	'com.snapchat.android': 'Snapchat',
	'org.telegram.messenger': 'Telegram',
	'com.linkedin.android': 'LinkedIn',
}

const proxies: readonly (readonly [app: string, pattern: RegExp])[] = [
	['Opera Mini', /\bOpera Mini\b|\bOPiOS\b/u],
	['UC Browser', /\bUCWEB\b|\bUCBrowser\b.*\bU2\//u],
	['Puffin', /\bPuffin\b/u],
	['Silk', /\bSilk-Accelerated=true\b/u],
]
/** Machines that shrink pages on the way. An ordinary cache or our own front server is none. */
const viaSign = /Chrome-Compression-Proxy|\bOpera\b|\bGoogleWeblight\b|\bmobile\.turbo\b/iu

/** A WebView of some app: Android says so with `; wv`, an iPhone by leaving out `Safari/`. */
const isBareWebView = (agent: string): boolean =>
	/\bAndroid\b.*; wv\)/u.test(agent) ||
	(/\b(?:iPhone|iPad|iPod)\b.*AppleWebKit/u.test(agent) && !/Safari\//u.test(agent))

/** Finds what reads along between the person and us; `undefined` for a browser like any other. `app` is its proper name, or empty. */
export const findBrowserRisk = (headers: BrowserHeaders): BrowserRisk | undefined => {
	const agent = (headers['user-agent'] ?? '').slice(0, 1000)
	const proxy = proxies.find(([, pattern]) => pattern.test(agent))?.[0]
	if (proxy) return { kind: 'proxy', app: proxy }
	if (headers['x-operamini-phone-ua']) return { kind: 'proxy', app: 'Opera Mini' }
	if (viaSign.test((headers.via ?? '').slice(0, 1000))) return { kind: 'proxy', app: '' }
	const app =
		apps.find(([, pattern]) => pattern.test(agent))?.[0] ?? packages[headers['x-requested-with'] ?? '']
	if (app) return { kind: 'in-app', app }
	return isBareWebView(agent) ? { kind: 'in-app', app: '' } : undefined
}

/**
 * The address as Android takes it out of an app, to the browser that the person has chosen for everything; no browser is named in it.
 * `undefined` on other systems: they have no such way.
 */
export const toBrowserLink = (address: string, headers: BrowserHeaders): string | undefined => {
	if (!/\bAndroid\b/u.test(headers['user-agent'] ?? '')) return undefined
	const { protocol, host, pathname } = new URL(address)
	const scheme = protocol.replace(':', '')
	const wanted = ['action=android.intent.action.VIEW', 'category=android.intent.category.BROWSABLE']
	return `intent://${host}${pathname}#Intent;scheme=${scheme};${wanted.join(';')};end`
}
