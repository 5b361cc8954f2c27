/**
 * `npm run clock:confirm -- 2026-12-02`: a person says that the machine's clock is right, after the product has found that it may not be
 * (docs/running.md, "The clock"). Without a day it tells what is known. The embedded database serves one program: stop the product first.
 */
import {
	confirmHour,
	findKnownHour,
	migrate,
	openDatabase,
	readConfig,
} from '../src/lib/platform/server/index.ts'

const toDay = (at: Date): string => at.toISOString().slice(0, 10)
const toMinute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

const confirm = async (day: string): Promise<void> => {
	const database = await openDatabase(readConfig())
	try {
		await migrate(database)
		const [known, now] = [await findKnownHour(database.kysely), new Date()]
		console.log(`This machine says: ${toMinute(now)}`)
		console.log(`Last believed:     ${known ? toMinute(known.hour) : 'nothing yet'}`)
		if (day === '') throw new Error(`if a watch and a calendar agree: npm run clock:confirm -- ${toDay(now)}`)
		if (day !== toDay(now))
			throw new Error(
				`wanted the day of this machine, ${toDay(now)}; if it is another, set the clock right first`,
			)
		await confirmHour(database.kysely, now)
		console.log('Confirmed. Keys take over, end and are erased again by this clock.')
	} finally {
		await database.close()
	}
}

confirm(process.argv[2] ?? '').then(
	() => process.exit(0),
	(error: unknown) => {
		console.error(`Confirming the clock: ${error instanceof Error ? error.message : String(error)}`)
		process.exit(1)
	},
)
