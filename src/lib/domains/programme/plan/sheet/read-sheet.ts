import type { LineFault } from './check.ts'
import {
	listFields,
	readThingId,
	sheetColumns,
	tidyField,
	type Fields,
	type PlanThingKind,
} from './columns.ts'

/** A line of a file. `row`: as a spreadsheet counts, the heads are row 1. */
export type SheetLine = {
	row: number
	id: string
	kind: PlanThingKind
	parent: string
	fields: Fields
	/** Version that the file was exported with. */
	version: number | undefined
	/** First due date that the file says. */
	dueFirst: string | undefined
}

export type RowFault = LineFault & { row: number }

const readHeads = (row: readonly string[]): { heads: string[]; faults: RowFault[] } => {
	const heads = row.map((cell) =>
		cell
			.replace(/^\ufeff/u, '')
			.trim()
			.toLowerCase(),
	)
	const unknown = heads.filter((head) => head !== '' && !sheetColumns.includes(head))
	const twice = heads.filter((head, at) => head !== '' && heads.indexOf(head) !== at)
	const faults = [
		...unknown.map((column) => ({ column: column.slice(0, 40), code: 'column' as const })),
		...twice.map((column) => ({ column, code: 'twice' as const })),
		...(heads.includes('id') ? [] : [{ column: 'id', code: 'missing' as const }]),
	]
	return { heads, faults: faults.map((fault) => ({ ...fault, row: 1 })) }
}

const readLine = (
	cells: ReadonlyMap<string, string>,
	row: number,
): { line?: SheetLine; faults: LineFault[] } => {
	const id = (cells.get('id') ?? '').trim()
	const thing = readThingId(id)
	if (!thing) return { faults: [{ column: 'id', code: id === '' ? 'missing' : 'id' }] }
	const own = listFields(thing.kind)
	const version = cells.get('version')?.trim() ?? ''
	const strange = sheetColumns
		.slice(1, -2)
		.filter((name) => !own.includes(name) && (cells.get(name) ?? '').trim() !== '')
	return {
		line: {
			row,
			id,
			kind: thing.kind,
			parent: thing.parent,
			fields: Object.fromEntries(
				own.flatMap((name) => {
					const cell = cells.get(name)
					return cell === undefined ? [] : [[name, tidyField(name, cell)]]
				}),
			),
			version: version === '' ? undefined : Number(version),
			dueFirst: thing.kind === 'action' ? cells.get('due_first')?.trim() : undefined,
		},
		faults: [
			...strange.map((column) => ({ column, code: 'column' as const })),
			...(/^\d{0,9}$/u.test(version) ? [] : [{ column: 'version', code: 'version' as const }]),
		],
	}
}

/** Lines of a file whose first row names its columns, with everything that is wrong with its form. */
export const readSheet = (
	rows: readonly (readonly string[])[],
): { lines: SheetLine[]; faults: RowFault[] } => {
	const { heads, faults } = readHeads(rows[0] ?? [])
	if (faults.length > 0) return { lines: [], faults }
	const seen = new Set<string>()
	const lines: SheetLine[] = []
	for (const [at, row] of rows.slice(1).entries()) {
		const cells = new Map(heads.map((head, column) => [head, row[column] ?? '']))
		const read = readLine(cells, at + 2)
		const beyond = row.slice(heads.length).some((cell) => cell.trim() !== '')
		const more: LineFault[] = beyond ? [...read.faults, { column: 'id', code: 'column' }] : read.faults
		if (read.line && seen.has(read.line.id)) more.push({ column: 'id', code: 'twice' })
		faults.push(...more.map((fault) => ({ ...fault, row: at + 2 })))
		if (!read.line) continue
		seen.add(read.line.id)
		lines.push(read.line)
	}
	return { lines, faults }
}
