/** A value as a table holds it; a list stands in one cell, its entries joined by ` | `. */
export type Cell = string | number | boolean | null | readonly string[]

/**
 * A spreadsheet takes a cell for a formula when it begins with one of these. A table opened with another separator than ours
 * is cut inside our cells too: so every place that could become the beginning of one counts.
 */
const formula = /(^|[,;|\t\r\n])([\s"]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])/gu

const quote = (text: string): string => `"${text.replace(formula, "$1$2'").replaceAll('"', '""')}"`

const toText = (cell: Cell): string => {
	if (cell === null) return ''
	if (typeof cell === 'number' || typeof cell === 'boolean') return String(cell)
	return quote(typeof cell === 'string' ? cell : cell.join(' | '))
}

/**
 * A table as comma-separated values (RFC 4180): a header, CRLF after each line, every text quoted; begins with the mark by which
 * spreadsheets know UTF-8. No cell can become a formula: an apostrophe stands before `=`, `+`, `-` and `@` where a cell could begin.
 */
export const toCsv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string => {
	const lines = [header, ...rows].map((row) => row.map(toText))
	return `\ufeff${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}
