/**
 * Submissions of the session form as ODK Central or KoboToolbox export them: a line is the first revision of a session, and `instanceID` is its
 * id, so that the same table a second time changes nothing.
 */
import { isUuid } from '#base'
import { formVersion, parseEntry, type Entry } from '../entry.ts'
import { readOdkCsv } from './csv.ts'

/** A line that cannot be read, and the column that is wrong in it; `line` 1 holds the names. */
type OdkFault = { line: number; column: string }

type OdkRows = { ok: true; value: { entry: Entry; line: number }[] } | { ok: false; faults: OdkFault[] }

const mostLines = 5000
/** Faults that are named at most. */
const mostFaults = 50

const columns = [
	'held_on',
	'province',
	'setting',
	'audience',
	'language',
	'minutes',
	'lesson',
	'dose',
	'series',
	'band',
	'card',
] as const

/** Names under which the id of a submission stands. */
const idColumns = ['instanceID', 'KEY', '_uuid'] as const

/** `group/held_on` and `meta-instanceID` are called by their last part; `__version__` and the like are nobody's. */
const toName = (head: string): string => head.split(/[/-]/u).at(-1)?.trim() ?? ''

type Row = ReadonlyMap<string, string>

const findId = (row: Row): string | undefined =>
	idColumns
		.map(
			(name) =>
				row
					.get(name)
					?.replace(/^uuid:/u, '')
					.toLowerCase() ?? '',
		)
		.find((id) => isUuid(id))

const toValues = (row: Row, id: string) => {
	const get = (name: string): string => row.get(name)?.trim() ?? ''
	return {
		held_on: get('held_on').slice(0, 10),
		province: get('province'),
		setting: get('setting'),
		audience: get('audience'),
		language: get('language'),
		band: get('band'),
		minutes: Number(get('minutes')),
		lesson: ['', 'other'].includes(get('lesson')) ? null : get('lesson'),
		dose: Number(get('dose') || '1'),
		// A form that was filled in once belongs to no other: its group is its own.
		series:
			get('series')
				.replace(/^uuid:/u, '')
				.toLowerCase() || id,
		card: get('card') === 'yes',
	}
}

const toText = (id: string, values: object): string =>
	JSON.stringify({ instance_id: id, revision: 1, prev_sha256: null, form_version: formVersion, values })

/** The column without whose value, put right, a line could not be read either. */
const findFault = (row: Row, id: string): string => {
	const right = { held_on: '2026-01-01', province: 'MA-CAS', setting: 'college', audience: 'teens' }
	const others = { language: 'ar', minutes: 45, lesson: null, dose: 1, series: id, band: '5-9', card: true }
	const values = toValues(row, id)
	const wrong = columns.find(
		(column) => !parseEntry(toText(id, { ...right, ...others, [column]: values[column] })).ok,
	)
	return wrong ?? 'instanceID'
}

const readRow = (row: Row): Entry | { column: string } => {
	const id = findId(row)
	if (id === undefined) return { column: 'instanceID' }
	if (!['yes', 'no'].includes(row.get('card')?.trim() ?? '')) return { column: 'card' }
	const read = parseEntry(toText(id, toValues(row, id)))
	return read.ok ? read.value : { column: findFault(row, id) }
}

/** Reads an export: every line, or every fault. */
export const readOdkRows = (text: string): OdkRows => {
	const lines = readOdkCsv(text, mostLines)
	const names = lines?.[0]?.map(toName) ?? []
	const missing = columns.filter(
		(name) => !['lesson', 'dose', 'series'].includes(name) && !names.includes(name),
	)
	if (!lines || missing.length > 0)
		return { ok: false, faults: (lines ? missing : ['CSV']).map((column) => ({ line: 1, column })) }
	const value: { entry: Entry; line: number }[] = []
	const faults: OdkFault[] = []
	for (const [at, fields] of lines.slice(1).entries()) {
		const read = readRow(new Map(names.map((name, place) => [name, fields[place] ?? ''])))
		if ('column' in read) faults.push({ line: at + 2, column: read.column })
		else value.push({ entry: read, line: at + 2 })
	}
	return faults.length > 0 ? { ok: false, faults: faults.slice(0, mostFaults) } : { ok: true, value }
}
