import { type Finding, toFinding } from './finding.ts'

/** Links that do something other than open a page: what they do, by how they begin. */
const actions: readonly (readonly [begins: RegExp, toFindings: (text: string) => Finding[]])[] = [
	[/^(?:javascript|vbscript|livescript):/iu, () => [toFinding('runs-code')]],
	[/^2@[\w+/=,-]{20,}/u, () => [toFinding('links-device')]],
	[/^data:(?:[\w.+-]+\/|[,;])/iu, (text) => [toFinding('runs-code', text.slice(0, 40))]],
	[
		/^tel:(?=[\d+*#%])/iu,
		(text) => {
			const number = decode(text.slice(4))
			return /[*#]/u.test(number) ? [toFinding('dial-code', number)] : [toFinding('starts-call', number)]
		},
	],
	[/^(?:sms|smsto|mms|mmsto):(?=\S)/iu, (text) => [toFinding('starts-message', toPerson(text))]],
	[
		/^(?:mailto:(?=\S)|(?!www\.)[^\s@/:?#]{1,64}@[^\s@/:?#]{1,255}$)/iu,
		(text) => [toFinding('starts-message', toPerson(text))],
	],
	[/^tg:\/*login/iu, () => [toFinding('links-device')]],
	[
		/^(?:whatsapp|tg|viber|signal|sgnl|skype|fb-messenger|snapchat|line|imo|weixin|kik|zalo):\/\//iu,
		(text) => [toFinding('starts-message', toPerson(text))],
	],
	[/^itms-services:/iu, () => [toFinding('program-file', 'itms-services', 'severe')]],
	[
		/^(?:intent|android-app|market|itms|itms-apps|itms-appss|ms-[a-z-]+|steam|magnet|zoommtg|app-settings|chrome|about|view-source):(?=\S)/iu,
		(text) => [toFinding('opens-app', text.slice(0, text.indexOf(':')))],
	],
	[/^(?:file|content|blob|filesystem|smb):(?=\S)/iu, () => [toFinding('local-file')]],
	[/^otpauth(?:-migration)?:/iu, () => [toFinding('login-secret')]],
	[/^wifi:(?=[a-z]:)/iu, (text) => [toFinding('joins-wifi', /S:((?:\\.|[^;\\]){1,64})/u.exec(text)?.[1])]],
	[
		/^(?:bitcoin|bitcoincash|ethereum|litecoin|dogecoin|lightning|monero|solana|upi):(?=\S)/iu,
		() => [toFinding('payment')],
	],
	[/^[a-z][a-z0-9+.-]{1,30}:\/\//iu, (text) => [toFinding('opens-app', text.slice(0, text.indexOf(':')))]],
]

const decode = (text: string): string => {
	try {
		return decodeURIComponent(text)
	} catch {
		return text
	}
}

/** Number or address that a message would go to. */
const toPerson = (text: string): string => decode(text.replace(/^[a-z-]+:\/*/iu, '').split(/[?&;]/u)[0] ?? '')

/** Finds what a link that opens no page would do; `undefined` for a page of the web and for text that is no link. */
export const findAction = (text: string): Finding[] | undefined => {
	// Browsers drop tabs and line ends inside a scheme: `java\tscript:`.
	const joined = text.slice(0, 200).replace(/[\t\n\r\p{Cf}]/gu, '')
	if (/^(?:https?|hxxps?|ftp|wss?)(?:\[:\]|:)/iu.test(joined)) return undefined
	const action = actions.find(([begins]) => begins.test(joined))
	return action?.[1](joined)
}

/** The page that an `intent:` link opens when its app is missing. */
export const findFallback = (text: string): string | undefined => {
	const address = /^intent:.*S\.browser_fallback_url=([^;]{1,2000})/iu.exec(text)?.[1]
	return address === undefined ? undefined : decode(address)
}
