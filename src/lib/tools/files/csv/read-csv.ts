import { failed, ok, type Result } from '#base'

/** Most that is read: rows of a table, cells of a row, characters of a cell. */
export type CsvLimits = { rows: number; columns: number; cell: number }

type Faults = 'not-utf-8' | 'too-many-rows' | 'too-many-columns' | 'cell-too-long' | 'quote'

const fault = (line: number, message: Faults) => failed({ path: String(line), message })

const separators = [',', ';', '\t'] as const

/** The separator that the first line holds most of, outside of quotes. */
const findSeparator = (text: string): string => {
	const counts = { ',': 0, ';': 0, '\t': 0 }
	let isQuoted = false
	for (const sign of text) {
		if (sign === '"') isQuoted = !isQuoted
		else if (!isQuoted && (sign === '\n' || sign === '\r')) break
		else if (!isQuoted && (sign === ',' || sign === ';' || sign === '\t')) counts[sign] += 1
	}
	return separators.toSorted((a, b) => counts[b] - counts[a])[0] ?? ','
}

const decode = (bytes: Uint8Array): string | undefined => {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return undefined
	}
}

/** Walks over a text cell by cell. `line`: of the text, from 1, as an editor counts. */
class Cells {
	at = 0
	line = 1
	private readonly text: string
	private readonly plain: RegExp
	constructor(text: string, separator: string) {
		this.text = text
		this.plain = new RegExp(`[${separator === '\t' ? '\\t' : separator}\\r\\n]`, 'gu')
	}

	isOver(): boolean {
		return this.at >= this.text.length
	}

	/** The next cell; `undefined` where its quotes are not closed, or something follows them. */
	take(separator: string): string | undefined {
		if (this.text[this.at] !== '"') return this.takePlain()
		let cell = ''
		for (let from = this.at + 1; ;) {
			const quote = this.text.indexOf('"', from)
			if (quote < 0) return undefined
			cell += this.text.slice(from, quote)
			if (this.text[quote + 1] === '"') {
				cell += '"'
				from = quote + 2
				continue
			}
			this.at = quote + 1
			this.line += cell.split('\n').length - 1
			const next = this.text[this.at]
			const isEnd = next === undefined || next === separator || next === '\r' || next === '\n'
			return isEnd ? cell : undefined
		}
	}

	private takePlain(): string {
		this.plain.lastIndex = this.at
		const end = this.plain.exec(this.text)?.index ?? this.text.length
		const cell = this.text.slice(this.at, end)
		this.at = end
		return cell
	}

	/** Goes over a line end or a separator. Answer: whether a new row begins. */
	step(separator: string): boolean {
		if (this.text[this.at] === separator) {
			this.at += 1
			return false
		}
		this.at += this.text.startsWith('\r\n', this.at) ? 2 : 1
		this.line += 1
		return true
	}
}

/**
 * Reads a table. Empty lines are left out; a separator is found by the first line.
 *
 * @returns its rows, or the first fault with the line of the text as its `path` and a code as its `message`: `not-utf-8`,
 * `too-many-rows`, `too-many-columns`, `cell-too-long`, `quote`
 */
export const readCsv = (bytes: Uint8Array, limits: CsvLimits): Result<string[][]> => {
	const text = decode(bytes)
	if (text === undefined) return fault(1, 'not-utf-8')
	const separator = findSeparator(text)
	const cells = new Cells(text, separator)
	const rows: string[][] = []
	let row: string[] = []
	const keep = (): void => {
		if (row.length > 1 || row[0] !== '') rows.push(row)
		row = []
	}
	while (!cells.isOver()) {
		const cell = cells.take(separator)
		if (cell === undefined) return fault(cells.line, 'quote')
		if (cell.length > limits.cell) return fault(cells.line, 'cell-too-long')
		row.push(cell)
		if (row.length > limits.columns) return fault(cells.line, 'too-many-columns')
		const wasLast = cells.isOver()
		if (!wasLast && cells.step(separator)) keep()
		else if (!wasLast && cells.isOver()) row.push('')
		if (rows.length > limits.rows) return fault(cells.line, 'too-many-rows')
	}
	if (row.length > 0) keep()
	return rows.length > limits.rows ? fault(cells.line, 'too-many-rows') : ok(rows)
}
