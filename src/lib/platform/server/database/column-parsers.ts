/**
 * Parses column values into JavaScript values, the same for both engines. Dates stay text, because a day has no
 * time zone and `pg` would put it at midnight of the machine's own.
 */
import pg from 'pg'

// Numbers of types: https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat
const { INT8, DATE, TIMESTAMP } = pg.types.builtins
const arrayOf = { INT8: 1016, DATE: 1182, TIMESTAMP: 1115, TEXT: 1009 }

/** int8 as a number: counts and sums. Throws on a value that a number cannot hold, rather than change it. */
export function parseInt8(text: string): number {
	const value = Number(text)
	if (Number.isSafeInteger(value)) return value
	throw new RangeError(`Reading an int8 column: ${text} does not fit a number; select it as text`)
}

const asText = (text: string) => text
const parseTexts = pg.types.getTypeParser(arrayOf.TEXT) as (text: string) => (string | null)[]

const own = new Map<number, (text: string) => unknown>([
	[INT8, parseInt8],
	[DATE, asText],
	[TIMESTAMP, asText],
	[arrayOf.INT8, (text) => parseTexts(text).map((item) => (item === null ? null : parseInt8(item)))],
	[arrayOf.DATE, parseTexts],
	[arrayOf.TIMESTAMP, parseTexts],
])

/** `types` of a `pg` pool. */
export const columnParsers: pg.CustomTypesConfig = {
	getTypeParser: ((id: number, format?: 'text' | 'binary') =>
		(format !== 'binary' && own.get(id)) ||
		pg.types.getTypeParser(id, format)) as typeof pg.types.getTypeParser,
}
