type Cell = string | number | boolean | undefined

/** A spreadsheet takes a cell that begins with one of these for a formula, unless all of it is a number. */
const formula = /^[=+@\t\r]|^-(?![0-9]+(?:\.[0-9]+)?$)/u

/** Takes the power of a formula from words: an apostrophe before it. Numbers stay numbers. */
const guard = (text: string): string => (formula.test(text) ? `'${text}` : text)

const toCell = (cell: Cell): string => {
	if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
	const text = guard(cell)
	return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Writes a table; a cell that is `undefined` is empty. */
export const toCsvText = (heads: readonly string[], rows: readonly (readonly Cell[])[]): string =>
	[heads, ...rows].map((row) => `${row.map(toCell).join(',')}\r\n`).join('')

/** A field in quotes, or one without, and what ends it. */
const field = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r\n|\n|\r|$)/gu

/** Reads a table, the line of its heads first; empty lines are left out. A mark of the order of bytes is taken away. */
export const parseCsv = (text: string): string[][] => {
	const rows: string[][] = []
	let row: string[] = []
	for (const [, quoted, plain = '', end] of text.replace(/^\uFEFF/u, '').matchAll(field)) {
		row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'))
		if (end === ',') continue
		if (row.some((cell) => cell !== '')) rows.push(row)
		row = []
		if (end === '') break
	}
	return rows
}
