import { type Finding, showHidden, toFinding } from './finding.ts'
import { findOwner, knownNames } from './known/names.ts'
import type { LinkName } from './link-name.ts'
import { formPages, hostedPages, shorteners } from './known/shorteners.ts'

const program =
	'(?:apk|apks|xapk|apkm|aab|exe|msi|msix|scr|bat|cmd|com|ps1|vbs|vbe|jse|wsf|hta|jar|lnk|iso|img|dmg|pkg|deb|rpm|ipa|mobileconfig|docm|xlsm|pptm)'
const programFile = new RegExp(`[^/.][^/]{0,200}\\.(${program})$`, 'iu')
const doubleEnding = new RegExp(
	`\\.(?:jpe?g|png|gif|webp|pdf|docx?|xlsx?|pptx?|mp3|mp4|txt|html?)[\\s_-]*\\.${program}$`,
	'iu',
)

const decodeOnce = (text: string): string => {
	try {
		return decodeURIComponent(text)
	} catch {
		return text.replace(/%([0-7][0-9a-f])/giu, (_, hex: string) =>
			String.fromCharCode(Number.parseInt(hex, 16)),
		)
	}
}

/** Text with its percent escapes resolved, as often as it was wrapped, three times at most. */
export const decodeFully = (text: string): string => {
	let [before, now] = ['', text]
	for (let times = 0; times < 3 && before !== now; times++) [before, now] = [now, decodeOnce(now)]
	return now
}

const checkFile = (path: string): Finding[] => {
	const name = path.slice(path.lastIndexOf('/') + 1).slice(-300)
	if (doubleEnding.test(name)) return [toFinding('double-ending', name)]
	const ending = programFile.exec(`/${name}`)?.[1]?.toLowerCase()
	if (ending !== undefined && (ending !== 'com' || !findOwner(name.toLowerCase())))
		return [toFinding('program-file', `.${ending}`)]
	const archive = /\.(zip|rar|7z|tar|gz|cab|ace)$/iu.exec(name)?.[1]
	return archive === undefined ? [] : [toFinding('archive-file', `.${archive.toLowerCase()}`)]
}

const checkSigns = (rest: string): Finding[] => {
	const decoded = decodeFully(rest)
	const findings: Finding[] = []
	if (/[\u202a-\u202e\u2066-\u2069]/u.test(decoded))
		findings.push(toFinding('hidden-signs', decoded.slice(0, 200)))
	else if (
		/[\u00ad\u115f\u1160\u180e\u200b\u200e\u200f\u2028\u2029\u2060-\u2064\u3164\ufeff\uffa0]|\u034f/u.test(
			decoded,
		)
	)
		findings.push(toFinding('invisible', decoded.slice(0, 200)))
	if (/%25[0-9a-f]{2}/iu.test(rest)) findings.push(toFinding('double-encoded'))
	if (/<\s*(?:script|img|svg|iframe)\b|javascript\s*:|data\s*:\s*text\/html/iu.test(decoded))
		findings.push(toFinding('script-inside'))
	return findings
}

/** Known addresses, each to be found as a whole word of a path. */
const addresses = knownNames
	.filter(({ isWord }) => !isWord)
	.flatMap(({ domains }) => domains)
	.map((own) => ({ own, inPath: new RegExp(`(?:^|[/.@_-])${own.replaceAll('.', '\\.')}(?![\\w-])`, 'u') }))

/** A known address in the path, where it proves nothing: `evil.example/www.facebook.com/login`. */
const checkPathNames = (path: string): Finding[] => {
	const decoded = decodeFully(path.slice(0, 2000)).toLowerCase()
	const found = addresses.find(({ own, inPath }) => decoded.includes(own) && inPath.test(decoded))
	return found ? [toFinding('brand-in-path', found.own)] : []
}

/** Checks path, query and fragment. */
export const checkPath = (rest: string, { ascii, domain, isHosted }: LinkName): Finding[] => {
	const path = rest.split(/[?#]/u, 1)[0] ?? ''
	const page = `${ascii.replace(/^www\./u, '')}${path}`.slice(0, 300)
	const findings = [...checkFile(decodeFully(path)), ...checkSigns(rest)]
	if (/^[^/]+\/(?:settings\/linked_devices|ra\/|q\/)/u.test(page) && isLogin(page))
		findings.push(toFinding('links-device'))
	if (shorteners.has(domain) && path.length > 1) findings.push(toFinding('shortener', domain))
	if (formPages.test(page)) findings.push(toFinding('form-page', domain))
	if (isHosted || hostedPages.test(page)) findings.push(toFinding('hosted-page', showHidden(ascii, 80)))
	if (/\.(?:zip|mov)$/u.test(ascii)) findings.push(toFinding('file-ending', ascii))
	if (!findOwner(domain)) findings.push(...checkPathNames(path))
	return findings
}

/** Addresses that let another screen into an account: those that a login by QR code carries. */
const isLogin = (page: string): boolean =>
	/^(?:wa\.me\/settings\/linked_devices|discord(?:app)?\.com\/ra\/|s\.team\/q\/)/u.test(page)

/** Parameters looked at for another address; more than anyone needs. */
const mostParameters = 40

/** Finds where a link leads on to: the first address of another site that it carries. */
export const findTarget = (rest: string, { domain }: LinkName): string | undefined => {
	if (/^\/[^?#]*\b(?:share|sharer|sharing|intent|submit)\b/iu.test(rest)) return undefined
	const query = rest.includes('?') ? rest.slice(rest.indexOf('?') + 1) : ''
	for (const parameter of query.split(/[&;#]/u).slice(0, mostParameters)) {
		const value = decodeFully(parameter.slice(parameter.indexOf('=') + 1).slice(0, 4000))
		const target = /^(?:https?:)?[/\\]{2,}[^\s/\\]/iu.test(value)
			? value.replace(/^[/\\]{2,}/u, 'https://')
			: undefined
		if (target !== undefined && !isOwn(target, domain)) return target
	}
	const inPath = /^[^?#]*?[/=](https?:\/\/.*)/iu.exec(rest.slice(0, 4000))?.[1]
	return inPath !== undefined && !isOwn(inPath, domain) ? inPath : undefined
}

const isOwn = (target: string, domain: string): boolean => {
	const host = URL.parse(target)?.hostname ?? ''
	return domain !== '' && (host === domain || host.endsWith(`.${domain}`))
}
