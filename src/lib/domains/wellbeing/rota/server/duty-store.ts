import { languages, type Language } from '#base'
import { formatDuty, parseDuty, type DutyHours } from '../duty.ts'
import type { WellbeingDatabase, WellbeingQueries } from '../../server/wellbeing-tables.ts'
import { recordActs } from '#domains/acts/server'

/** Hours of duty of a person, and the languages in which they answer. */
export type Duty = { hours: DutyHours; languages: Language[] }

/**
 * Sets when a person is on duty; without hours they are on no rota. Who set it stands in the public record. Whether `by` may is
 * the caller's question.
 */
export const setDuty = (
	db: WellbeingDatabase,
	person: string,
	duty: Duty | undefined,
	{ by, now }: { by: string; now: Date },
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		await trx.deleteFrom('rota_duty').where('user_id', '=', person).execute()
		if (duty)
			await trx
				.insertInto('rota_duty')
				.values({ user_id: person, hours: formatDuty(duty.hours), languages: duty.languages.join(' ') })
				.execute()
		else await trx.deleteFrom('rota_offer').where('user_id', '=', person).execute()
		await recordActs(trx, [{ act: 'rota/duty', by, at: now, what: { person, on: duty !== undefined } }])
	})

/** Everyone who is on the rota at all, by id. */
export const listDuties = async (db: WellbeingQueries): Promise<ReadonlyMap<string, Duty>> => {
	const rows = await db.selectFrom('rota_duty').selectAll().execute()
	return new Map(
		rows.flatMap(({ user_id, hours, languages: spoken }) => {
			const parsed = parseDuty(hours)
			const known = languages.filter((language) => spoken.split(' ').includes(language))
			return parsed ? [[user_id, { hours: parsed, languages: known }] as const] : []
		}),
	)
}

/** Begins a pause of a person that ends by itself, or ends the one that runs. */
export const setPause = async (
	db: WellbeingQueries,
	person: string,
	until: Date | undefined,
): Promise<void> => {
	if (!until) return void (await db.deleteFrom('rota_pause').where('user_id', '=', person).execute())
	await db
		.insertInto('rota_pause')
		.values({ user_id: person, until })
		.onConflict((conflict) => conflict.column('user_id').doUpdateSet({ until }))
		.execute()
}

/** Ends of the pauses that run now, by person. */
export const listPauses = async (db: WellbeingQueries, now: Date): Promise<ReadonlyMap<string, Date>> => {
	const rows = await db.selectFrom('rota_pause').selectAll().where('until', '>', now).execute()
	return new Map(rows.map(({ user_id, until }) => [user_id, until]))
}

/** Removes pauses that are over: when somebody rested is not kept. */
export const forgetPauses = async (db: WellbeingQueries, now: Date): Promise<void> => {
	await db.deleteFrom('rota_pause').where('until', '<=', now).execute()
}
