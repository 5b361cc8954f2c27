import { drawOthers, makeSeed } from '#tools/statistics/fair-draw'
import type { FormsUsed, MeasuredTrial, TrialReport } from '../../report.ts'
import type { TrialTally } from '../../tally-sheet.ts'
import type { Trial } from '../../trial.ts'
import { readClasses, readTallies } from '../../server/trial-rows.ts'
import type { TrialDesk, TrialQueries, TrialTransaction } from '../../server/trial-tables.ts'

/** Other draws that the permutation looks at. */
const permutations = 10_000

/** A drawn trial with what is there now, other draws that could have been, and the forms that it was measured with. */
export const readMeasured = async (
	db: TrialQueries,
	{ number, protocol }: Trial & { number: number },
	today: ReturnType<TrialDesk['forms']>,
): Promise<{ measured: MeasuredTrial; draws: ReadonlySet<string>[]; forms: FormsUsed }> => {
	const { secret, value, forms } = await db
		.selectFrom('trial_draw')
		.where('trial', '=', number)
		.select(['secret', 'value', 'forms'])
		.executeTakeFirstOrThrow()
	const rows = await readClasses(db, number)
	const list = rows.map(({ label, stratum }) => ({ label, stratum }))
	const seed = makeSeed(new Uint8Array(secret), value ?? '', list)
	const draws = [...drawOthers(seed, list, permutations)].map((chosen) => new Set(chosen))
	const classes = rows.map(({ label, stratum, has_lesson: had }) => ({
		label,
		stratum,
		hasLesson: had === true,
	}))
	return {
		measured: { protocol, classes, tallies: await readTallies(db, number) },
		draws,
		forms: { version: forms ?? undefined, validated: today.validated && today.version === forms },
	}
}

/** Number of the newest version of a result; 0 where there is none. */
export const getVersion = async (trx: TrialTransaction, number: number): Promise<number> => {
	const last = await trx
		.selectFrom('trial_result')
		.where('trial', '=', number)
		.select('version')
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst()
	return last?.version ?? 0
}

/** Keeps one more version of a result with the sheets that it was made of. Answer: its number. */
export const addResult = async (
	trx: TrialTransaction,
	number: number,
	result: {
		report: TrialReport
		tallies: readonly TrialTally[]
		reason: string | undefined
		by: string
		at: Date
		/** Who has agreed to it already; `undefined`: it waits for them. */
		second: string | undefined
	},
): Promise<number> => {
	const { report, tallies, reason, by, at, second } = result
	const version = (await getVersion(trx, number)) + 1
	await trx
		.insertInto('trial_result')
		.values({
			trial: number,
			version,
			report: JSON.stringify(report),
			tallies: JSON.stringify(tallies),
			reason: reason ?? null,
			reported_by: by,
			reported_at: at,
			approved_by: second ?? null,
			approved_at: second === undefined ? null : at,
		})
		.execute()
	return version
}
