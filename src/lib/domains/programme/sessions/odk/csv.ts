/** A table as programs export it (RFC 4180, https://www.rfc-editor.org/rfc/rfc4180), separated by commas or, as Kobo does it, semicolons. */

const fieldForm = (separator: string): RegExp =>
	new RegExp(`(?:"((?:[^"]|"")*)"|([^"${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`, 'uy')

/**
 * Lines of fields, the first of them the names; `undefined` where a quotation mark stands wrong or there is more than `mostLines`.
 * Empty lines are left out.
 */
export const readOdkCsv = (text: string, mostLines: number): string[][] | undefined => {
	const given = text.replace(/^\ufeff/u, '')
	const head = given.split(/\r?\n/u, 1)[0] ?? ''
	const form = fieldForm(head.includes(';') && !head.includes(',') ? ';' : ',')
	const lines: string[][] = []
	let line: string[] = []
	while (form.lastIndex < given.length) {
		const found = form.exec(given)
		if (!found || lines.length > mostLines) return undefined
		line.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? '')
		if (found[3] === ',' || found[3] === ';') {
			if (form.lastIndex === given.length) line.push('')
			else continue
		}
		lines.push(line)
		line = []
	}
	return lines.filter((one) => one.length > 1 || one[0] !== '')
}
