import { failed, ok, type Result } from '#base'
import { readCsv, unguardCell } from '#tools/files/csv'
import { isZip, readOds } from '#tools/files/ods'
import { sheetColumns } from '../sheet/columns.ts'

/** Most lines of a file, besides its heads. */
export const mostSheetLines = 20_000

const limits = { rows: mostSheetLines + 1, columns: sheetColumns.length + 10, cell: 4000 }

/** Faults of a file as a whole. */
export const fileFaults = [
	'empty',
	'not-utf-8',
	'too-many-rows',
	'too-many-columns',
	'cell-too-long',
	'quote',
	'not-ods',
	'too-large',
] as const
export type FileFault = (typeof fileFaults)[number]

/**
 * Rows of a file: a spreadsheet of OpenDocument, or text.
 *
 * @returns the rows, or one issue: a code of {@link fileFaults} as its message, its line or row as its path
 */
export const readSheetFile = (bytes: Uint8Array): Result<string[][]> => {
	const read = isZip(bytes) ? readOds(bytes, { ...limits, bytes: 64 * 1024 * 1024 }) : readCsv(bytes, limits)
	if (!read.ok) return read
	if (read.value.length === 0) return failed({ path: '1', message: 'empty' })
	return isZip(bytes) ? read : ok(read.value.map((row) => row.map(unguardCell)))
}
