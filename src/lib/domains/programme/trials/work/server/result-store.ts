import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { drawOthers, makeSeed } from '#tools/statistics/fair-draw'
import { judgeTrial, type TrialReport } from '../../report.ts'
import type { TrialTally } from '../../tally-sheet.ts'
import type { Trial } from '../../trial.ts'
import { requireOwn, requireSecond, requireState } from './gate.ts'
import { getLockedTrial, readClasses, readTallies } from '../../server/trial-rows.ts'
import type { TrialActor, TrialDesk, TrialQueries, TrialTransaction } from '../../server/trial-tables.ts'

/** Other draws that the permutation looks at. */
const permutations = 10_000

/**
 * Keeps what classes have handed in; what was there for the same class, moment and outcome gives way. What a published result was made of stays with it:
 * a change is seen by everybody once two persons have corrected the result.
 * @throws AppError `trial.state` once a result is reported, `trial.not-yours`
 */
export const keepTallies = (
	{ db, now }: TrialDesk,
	{ id, tallies }: { id: string; tallies: readonly TrialTally[] },
	by: TrialActor,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireOwn(trial, by)
		requireState(trial, 'drawn', 'published')
		for (const { label, moment, outcome, counts } of tallies)
			await trx
				.insertInto('trial_tally')
				.values({ trial: trial.number, label, moment, outcome, counts: JSON.stringify(counts) })
				.onConflict((conflict) =>
					conflict
						.columns(['trial', 'label', 'moment', 'outcome'])
						.doUpdateSet({ counts: JSON.stringify(counts) }),
				)
				.execute()
		await recordActs(trx, [
			{ act: 'trial/measured', by: by.id, at: now(), what: { trial: id, lines: tallies.length } },
		])
	})

/** Judges a trial by these sheets. */
const judgeStored = async (
	db: TrialQueries,
	trial: Trial & { number: number },
	tallies: readonly TrialTally[],
): Promise<TrialReport | undefined> => {
	const draw = await db
		.selectFrom('trial_draw')
		.where('trial', '=', trial.number)
		.select(['secret', 'value'])
		.executeTakeFirst()
	const rows = await readClasses(db, trial.number)
	if (draw?.value == null) return undefined
	const list = rows.map(({ label, stratum }) => ({ label, stratum }))
	const seed = makeSeed(new Uint8Array(draw.secret), draw.value, list)
	const draws = [...drawOthers(seed, list, permutations)].map((chosen) => new Set(chosen))
	const classes = rows.map(({ label, stratum, has_lesson: had }) => ({
		label,
		stratum,
		hasLesson: had === true,
	}))
	return judgeTrial({ protocol: trial.protocol, classes, tallies }, draws)
}

const getVersion = async (trx: TrialTransaction, number: number): Promise<number> => {
	const last = await trx
		.selectFrom('trial_result')
		.where('trial', '=', number)
		.select('version')
		.orderBy('version', 'desc')
		.limit(1)
		.executeTakeFirst()
	return last?.version ?? 0
}

/**
 * Reports what came out, whatever it is; a second person publishes it. After publication it is a correction, and says why.
 * @throws AppError `trial.unmeasured` while the primary outcome cannot be judged, `trial.reason` for a correction without one
 */
export const reportTrial = (
	{ db, now }: TrialDesk,
	{ id, reason }: { id: string; reason: string | undefined },
	by: TrialActor,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireOwn(trial, by)
		requireState(trial, 'drawn', 'published')
		if (trial.state === 'published' && reason === undefined)
			throw new AppError('trial.reason', 409, 'correcting a result: everybody reads why')
		const tallies = await readTallies(trx, trial.number)
		const report = await judgeStored(trx, trial, tallies)
		if (!report)
			throw new AppError(
				'trial.unmeasured',
				409,
				'reporting: two classes an arm are measured before and after',
			)
		const version = (await getVersion(trx, trial.number)) + 1
		await trx
			.insertInto('trial_result')
			.values({
				...{ trial: trial.number, version, report: JSON.stringify(report) },
				...{ tallies: JSON.stringify(tallies), reason: reason ?? null },
				...{ reported_by: by.id, reported_at: now(), approved_by: null, approved_at: null },
			})
			.execute()
		await trx.updateTable('trial').set({ state: 'reported' }).where('number', '=', trial.number).execute()
		await recordActs(trx, [{ act: 'trial/reported', by: by.id, at: now(), what: { trial: id, version } }])
	})

/** Publishes what was reported, as the second person: nothing of it can be changed on the way. @throws AppError as `requireSecond` and `requireState` */
export const publishTrial = ({ db, now }: TrialDesk, id: string, by: TrialActor): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireState(trial, 'reported')
		const version = await getVersion(trx, trial.number)
		const { reported_by: first } = await trx
			.selectFrom('trial_result')
			.where('trial', '=', trial.number)
			.where('version', '=', version)
			.select('reported_by')
			.executeTakeFirstOrThrow()
		requireSecond(trial, by, first)
		await trx
			.updateTable('trial_result')
			.set({ approved_by: by.id, approved_at: now() })
			.where('trial', '=', trial.number)
			.where('version', '=', version)
			.execute()
		await trx.updateTable('trial').set({ state: 'published' }).where('number', '=', trial.number).execute()
		await recordActs(trx, [{ act: 'trial/published', by: by.id, at: now(), what: { trial: id, version } }])
	})
