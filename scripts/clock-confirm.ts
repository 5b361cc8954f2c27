/**
 * `npm run clock:confirm -- 2026-12-02`: a person says that the machine's clock is right, after the product has found that it may not be
 * (docs/running.md, "The clock"). Without a day it tells what is known. The embedded database serves one program: stop the product first.
 */
import { confirmHour, findKnownHour } from '../src/lib/platform/server/index.ts'
import { openInstallation, runCommand, useDatabase } from './installation.ts'

const toDay = (at: Date): string => at.toISOString().slice(0, 10)
const toMinute = (at: Date): string => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`

const confirm = (day: string): Promise<void> =>
	useDatabase(openInstallation('clock:confirm'), async ({ kysely }) => {
		const [known, now] = [await findKnownHour(kysely), new Date()]
		console.log(`This machine says: ${toMinute(now)}`)
		console.log(`Last believed:     ${known ? toMinute(known.hour) : 'nothing yet'}`)
		if (day === '')
			throw new Error(
				`if a watch and a calendar agree: type the same again with this day at its end: npm run clock:confirm -- ${toDay(now)}`,
			)
		if (day !== toDay(now))
			throw new Error(
				`wanted the day of this machine, ${toDay(now)}; if it is another, set the clock right first`,
			)
		await confirmHour(kysely, now)
		console.log('Confirmed. Keys take over, end and are erased again by this clock.')
	})

runCommand(Promise.resolve(process.argv[2] ?? '').then(confirm), 'Confirming the clock: ')
