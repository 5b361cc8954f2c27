/** The figures that were published, as pages and open data show them; asked of the database, never computed for a visitor. */
import { openDataSchema, toFiguresCsv, toOpenData } from '#domains/cases/figures'
import { listPublishedFigures } from '#domains/cases/figures/server'
import { exchangeSchema, toExchangeData, toExchangeLines } from '#domains/exchange/figures'
import { listPublishedExchange } from '#domains/exchange/figures/server'
import { getDatabase } from '#server/process/database'
import { findRecord } from '#server/process/record'

/** Published figures of the hotline, and of its work with other countries; `undefined` in a process that neither takes reports nor works on them. */
export const findPublishedFigures = async () => {
	const open = findRecord()
	if (!open) return undefined
	const { state } = open.operator
	const db = getDatabase().kysely
	return {
		isDemonstration: state === 'demonstration',
		published: await listPublishedFigures(db, state),
		exchange: await listPublishedExchange(db, state),
	}
}
type Found = NonNullable<Awaited<ReturnType<typeof findPublishedFigures>>>

/** `figures.json`. */
export const toOpenFigures = ({ published, exchange, isDemonstration }: Found) => ({
	...toOpenData(published, isDemonstration),
	exchange: toExchangeData(exchange),
})

/** JSON Schema of {@link toOpenFigures}. */
export const openFiguresSchema = {
	...openDataSchema,
	required: [...openDataSchema.required, 'exchange'],
	properties: { ...openDataSchema.properties, exchange: exchangeSchema },
}

/** `figures.csv`: one line for each number, in the columns of the hotline's figures. */
export const toOpenTable = ({ published, exchange, isDemonstration }: Found): string =>
	[
		toFiguresCsv(published, isDemonstration),
		...toExchangeLines(exchange).map((line) => `${[...line, isDemonstration].join(',')}\r\n`),
	].join('')

/** An hour: a quarter is published once and stays. */
export const figuresCache = 'public, max-age=3600'
