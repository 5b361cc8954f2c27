const lri = '\u2066'
const pdi = '\u2069'

/**
 * Runs that a right-to-left line would turn round: digits joined by a separator (07-03, 503-1-2, 24/7, 2026-11-25,
 * 10:00-16:00, 1.234,5), with the symbol or unit that belongs to them (100 %, +212…).
 * A lone integer needs no isolation: the algorithm keeps its digits in order.
 * Letters before it never join: `art. 503-2` isolates `503-2` only. A name that begins with digits is whole: `2511.ma`.
 */
const numberRun =
	/(?<![\w./@-])\d+(?:[-.:@_/][\dA-Za-z]+)*[-.:@_/][A-Za-z][\dA-Za-z]*(?:[-.:@_/][\dA-Za-z]+)*|[+]?\p{Nd}+(?:(?:[-–/.,:\u00a0\u202f]|\s[-–]\s)\p{Nd}+)+(?:[\u00a0\u202f ]?%)?|\p{Nd}+[\u00a0\u202f ]?%|[+]\p{Nd}+/gu

const isolated = /\u2066[^\u2069]*\u2069|<bdi[^>]*>.*?<\/bdi>/gu

const outsideIsolates = (text: string, change: (part: string) => string): string => {
	let result = ''
	let from = 0
	for (const match of text.matchAll(isolated)) {
		result += change(text.slice(from, match.index)) + match[0]
		from = match.index + match[0].length
	}
	return result + change(text.slice(from))
}

/**
 * Isolates every number run of a plain text with U+2066…U+2069 (Unicode bidi algorithm, UAX 9), so that `07-03`
 * is never shown as `03-07` in an Arabic line. Idempotent. For attributes, titles and PDF text.
 */
export const isolateNumbers = (text: string): string =>
	outsideIsolates(text, (part) => part.replace(numberRun, (run) => lri + run + pdi))

/** As {@link isolateNumbers}, for text that is already HTML-escaped: wraps each run in `<bdi dir="ltr">`. */
export const isolateNumbersInHtml = (html: string): string =>
	outsideIsolates(html, (part) =>
		part
			.split(/(<[^>]*>|&[#\w]+;)/u)
			.map((piece, index) =>
				index % 2 === 1 ? piece : piece.replace(numberRun, (run) => `<bdi dir="ltr">${run}</bdi>`),
			)
			.join(''),
	)

/** True when some number run of the text stands outside an isolate: what the content check refuses in pages. */
export const hasBareNumberRun = (text: string): boolean => {
	let bare = false
	outsideIsolates(text, (part) => {
		bare ||= part.search(numberRun) >= 0
		return part
	})
	return bare
}

/**
 * Removes what a stranger's text may use to disguise itself: bidi controls (UAX 9 section 2) and C0/C1 controls
 * other than line feed and tab.
 */
export const stripControls = (text: string): string =>
	// eslint-disable-next-line no-control-regex
	text.replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u0000-\u0008\u000b-\u001f\u007f-\u009f]/gu, '')
