import { guardCell } from './guard.ts'

const quote = (cell: string): string => `"${guardCell(cell).replaceAll('"', '""')}"`

/** Writes a table: every cell quoted and guarded, lines ended as RFC 4180 has it, with the mark by which spreadsheets know UTF-8. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
	`\ufeff${rows.map((row) => `${row.map(quote).join(',')}\r\n`).join('')}`
