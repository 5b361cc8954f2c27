import { failed, ok, type Issue, type Result } from '#base'
import { toScartUrl } from './scart-url.ts'

/** One line of a file to upload: `URL;REFERER;WORKUSER-EMAIL;REFERENCE;SOURCE;TYPE`. */
export type ScartRow = {
	url: string
	/** Page on which the address was found. */
	referer?: string
	/** Analyst of the other desk who gets it. */
	workuserEmail?: string
	/** Our number of the case, so that answers find it: letters, digits, `.`, `_`, `/`, `-`. */
	reference?: string
	/** Code of the other desk for where reports come from. */
	source?: string
	/** Code of the other desk for what stands there; only with a source. */
	type?: string
}

const fields = [
	'url',
	'referer',
	'workuserEmail',
	'reference',
	'source',
	'type',
] as const satisfies (keyof ScartRow)[]

/** Codes and addresses begin with a letter or digit: no table program takes them for a formula. */
const codeForm = /^[A-Za-z0-9][A-Za-z0-9._/-]{0,99}$/u
const mailForm = /^[A-Za-z0-9][A-Za-z0-9._+-]{0,63}@[A-Za-z0-9.-]{1,190}$/u

const isCode = (text: string): boolean => codeForm.test(text)
const isAddress = (text: string): boolean => toScartUrl(text) !== undefined

const wanted: Record<keyof ScartRow, [isGood: (text: string) => boolean, what: string]> = {
	url: [isAddress, 'an address with http or https'],
	referer: [isAddress, 'an address with http or https'],
	workuserEmail: [(text) => mailForm.test(text), 'a mail address'],
	reference: [isCode, 'letters, digits and . _ / -'],
	source: [isCode, 'a code'],
	type: [isCode, 'a code'],
}

const findIssues = (row: ScartRow, at: number): Issue[] => [
	...fields.flatMap((field) => {
		const [text = field === 'url' ? '' : undefined, [isGood, what]] = [row[field], wanted[field]]
		return text === undefined || isGood(text)
			? []
			: [{ path: `${at}.${field}`, message: `writing a SCART line: wanted ${what}` }]
	}),
	...(row.type !== undefined && row.source === undefined
		? [{ path: `${at}.source`, message: 'writing a SCART line: wanted a source where there is a type' }]
		: []),
]

/**
 * The file to upload, or every issue found as `<row>.<field>`. Fields that are missing at the end of a line are left off:
 * SCART takes its own default for a field that is not there, and no default for one that is empty.
 */
export const toScartFile = (rows: readonly ScartRow[]): Result<string> => {
	const issues = rows.flatMap(findIssues)
	if (issues.length > 0) return failed(...issues)
	const lines = rows.map((row) => {
		const cells = fields.map((field) => {
			const text = row[field] ?? ''
			return field === 'url' || field === 'referer' ? (toScartUrl(text) ?? '') : text
		})
		return `${cells.join(';').replace(/;+$/u, '')}\r\n`
	})
	return ok(lines.join(''))
}

/** Reads a file as SCART does: lines, cut at each `;`, no quotes. Lines without an address are left out, as there. */
export const parseScartFile = (text: string): ScartRow[] =>
	text
		.split(/\r\n|\r|\n/u)
		.map((line) => line.split(';'))
		.filter(([url = '']) => isAddress(url))
		.map(([url = '', ...cells]) => {
			const row: ScartRow = { url }
			for (const [at, field] of fields.slice(1).entries()) {
				const cell = cells[at]
				if (cell) row[field] = cell
			}
			return row
		})
