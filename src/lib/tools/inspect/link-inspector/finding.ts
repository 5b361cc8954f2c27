/** Weights of findings: a trick, something unusual, something to know. */
export type Severity = 'severe' | 'odd' | 'note'

/** Every finding there is, with what it usually weighs. Codes are permanent: words for people are found by them. */
export const severities = {
	// tricks
	'runs-code': 'severe',
	'dial-code': 'severe',
	'links-device': 'severe',
	'user-info': 'severe',
	'domain-in-subdomain': 'severe',
	'brand-in-domain': 'severe',
	'look-alike': 'severe',
	typo: 'severe',
	'mixed-letters': 'severe',
	'hidden-signs': 'severe',
	'disguised-signs': 'severe',
	'ip-address': 'severe',
	'ip-disguised': 'severe',
	'padded-name': 'severe',
	'double-ending': 'severe',
	'script-inside': 'severe',
	// unusual
	'not-encrypted': 'odd',
	shortener: 'odd',
	port: 'odd',
	'opens-app': 'odd',
	'program-file': 'odd',
	redirect: 'odd',
	'brand-in-subdomain': 'odd',
	'brand-other-ending': 'odd',
	'brand-in-path': 'odd',
	'double-encoded': 'odd',
	'long-name': 'odd',
	'very-long': 'odd',
	invisible: 'odd',
	'disguised-letters': 'odd',
	'arabic-look-alike': 'odd',
	'lure-words': 'odd',
	'file-ending': 'odd',
	'odd-writing': 'odd',
	'local-file': 'odd',
	'login-secret': 'odd',
	'joins-wifi': 'odd',
	payment: 'odd',
	// to know
	'other-letters': 'note',
	'hosted-page': 'note',
	'form-page': 'note',
	'starts-call': 'note',
	'starts-message': 'note',
	'known-name': 'note',
	'local-address': 'note',
	'archive-file': 'note',
	'several-links': 'note',
} as const satisfies Readonly<Record<string, Severity>>

export type LinkCode = keyof typeof severities

/** Something seen in a link; `detail` is a piece of it, made harmless to show, or the name that it plays on. */
export type Finding = { code: LinkCode; severity: Severity; detail?: string }

/** A {@link Finding} with the severity of its code, unless told otherwise. */
export const toFinding = (
	code: LinkCode,
	detail?: string,
	severity: Severity = severities[code],
): Finding => ({ code, severity, ...(detail === undefined ? {} : { detail: showHidden(detail, 80) }) })

/** Controls, direction marks and other characters without a shape, and blanks that only look empty. */
const unseen = /[\p{Cc}\p{Cf}\p{DI}\p{Zl}\p{Zp}\p{Co}\p{Cs}\u2800]/gu

/** A stranger's text as it may be shown: every character that has no shape is written as its number, and it is cut. */
export const showHidden = (text: string, longest: number): string => {
	const shown = text
		.slice(0, longest)
		.replace(
			unseen,
			(character) => `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
		)
	return text.length > longest ? `${shown}…` : shown
}
