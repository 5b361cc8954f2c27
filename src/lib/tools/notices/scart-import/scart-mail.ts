import { failed, ok, type Result } from '#base'
import { fromQuotedPrintable, toQuotedPrintable } from './quoted-printable.ts'
import { toMailUrl, toScartUrl } from './scart-url.ts'

/** One line of an import mail: `URL;REFERER;NOTE`. */
export type ScartMailRow = { url: string; referer?: string; note?: string }

/** A mail to the box that a SCART desk reads; the desk takes mail only from senders on its list. */
export type ScartMail = { subject: 'SCART-INPUT'; headers: Record<string, string>; body: string }

/** First characters that a table program would take for a formula, in ASCII and in full width. */
const formula = /^'*[=+\-@\uff1d\uff0b\uff0d\uff20]/u

/** A note as one inert line: no controls, no tags, no `=` that a decoder could touch, no formula when it is exported. */
const toNote = (text: string): string => {
	const line = text
		.toWellFormed()
		.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ')
		.trim()
		.replaceAll('<', '\u2039')
		.replaceAll('>', '\u203a')
		.replaceAll('=', '\uff1d')
	return formula.test(line) ? `'${line}` : line
}

const fromNote = (line: string): string => (formula.test(line) ? line.replace(/^'/u, '') : line)

/**
 * The mail, or every issue found as `<row>.<field>`. Sent as quoted-printable, because SCART decodes that and nothing else;
 * the decoded lines stay the same when they are decoded again.
 */
export const toScartMail = (rows: readonly ScartMailRow[]): Result<ScartMail> => {
	const lines = rows.map(({ url, referer, note = '' }) => ({
		url: toMailUrl(url),
		referer: referer === undefined ? '' : toMailUrl(referer),
		note: toNote(note),
	}))
	const issues = lines.flatMap((line, at) =>
		(['url', 'referer'] as const)
			.filter((field) => line[field] === undefined)
			.map((field) => ({
				path: `${at}.${field}`,
				message: 'writing a SCART line: wanted an address with http or https',
			})),
	)
	if (issues.length > 0) return failed(...issues)
	// The `;` after the referer stays even without a note: no line may end in `=`, which would join it to the next one.
	const text = lines.map(({ url = '', referer = '', note }) => `${url};${referer};${note}\n`).join('')
	return ok({
		subject: 'SCART-INPUT',
		headers: {
			'Content-Type': 'text/plain; charset=utf-8',
			'Content-Transfer-Encoding': 'quoted-printable',
		},
		body: toQuotedPrintable(text),
	})
}

/** Reads a mail as SCART does: decoded, a line each, cut at `;`, the rest of the line being the note. */
export const parseScartMail = ({ body }: Pick<ScartMail, 'body'>): ScartMailRow[] =>
	fromQuotedPrintable(body)
		.split('\n')
		.map((line) => line.trim().split(';'))
		.filter(([url = '']) => toScartUrl(url) !== undefined)
		.map(([url = '', referer = '', ...rest]) => ({
			url,
			...(referer && { referer }),
			...(rest.join(';') && { note: fromNote(rest.join(';')) }),
		}))
