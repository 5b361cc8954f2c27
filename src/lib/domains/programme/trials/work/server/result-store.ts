import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { publishStudy } from '../../../figures/server/index.ts'
import { judgeTrial, type TrialReport } from '../../report.ts'
import { findStudyNumber } from '../../study-number.ts'
import type { TrialTally } from '../../tally-sheet.ts'
import { requireOwn, requireSecond, requireState } from './gate.ts'
import { addResult, getVersion, readMeasured } from './result-rows.ts'
import { getLockedTrial } from '../../server/trial-rows.ts'
import type { TrialActor, TrialDesk, TrialTransaction } from '../../server/trial-tables.ts'

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

/**
 * Reports what came out, whatever it is; a second person publishes it. After publication it is a correction, and says why.
 * @throws AppError `trial.unmeasured` while the primary outcome cannot be judged, `trial.reason` for a correction without one
 */
export const reportTrial = (
	{ db, now, forms }: TrialDesk,
	{ id, reason }: { id: string; reason: string | undefined },
	by: TrialActor,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireOwn(trial, by)
		requireState(trial, 'drawn', 'published')
		if (trial.state === 'published' && reason === undefined)
			throw new AppError('trial.reason', 409, 'correcting a result: everybody reads why')
		const { measured, draws, forms: used } = await readMeasured(trx, trial, forms())
		const report = judgeTrial(measured, draws)
		if (!report)
			throw new AppError(
				'trial.unmeasured',
				409,
				'reporting: two classes an arm are measured before and after',
			)
		const { tallies } = measured
		const version = await addResult(trx, trial.number, {
			report: { ...report, forms: used },
			tallies,
			reason,
			by: by.id,
			at: now(),
			second: undefined,
		})
		const state = trial.state === 'published' ? 'correcting' : 'reported'
		await trx.updateTable('trial').set({ state }).where('number', '=', trial.number).execute()
		await recordActs(trx, [{ act: 'trial/reported', by: by.id, at: now(), what: { trial: id, version } }])
	})

/** Stands beside the number that is struck on the scoreboard. */
const corrected = {
	ar: 'صُحّحت نتيجة الدراسة. السبب في صفحتها.',
	fr: 'Le résultat de l’étude a été corrigé. La raison est sur sa page.',
}

/** A version of a result with who reported it. */
const readVersion = async (trx: TrialTransaction, number: number, version: number) => {
	const row = await trx
		.selectFrom('trial_result')
		.where('trial', '=', number)
		.where('version', '=', version)
		.select(['reported_by', 'report'])
		.executeTakeFirstOrThrow()
	return { ...row, report: JSON.parse(row.report) as TrialReport }
}

/** Publishes what was reported, as the second person: nothing of it can be changed on the way. @throws AppError as `requireSecond` and `requireState` */
export const publishTrial = ({ db, now }: TrialDesk, id: string, by: TrialActor): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireState(trial, 'reported', 'correcting')
		const version = await getVersion(trx, trial.number)
		const { reported_by: first, report } = await readVersion(trx, trial.number, version)
		requireSecond(trial, by, first)
		await trx
			.updateTable('trial_result')
			.set({ approved_by: by.id, approved_at: now() })
			.where('trial', '=', trial.number)
			.where('version', '=', version)
			.execute()
		await trx.updateTable('trial').set({ state: 'published' }).where('number', '=', trial.number).execute()
		const figure = findStudyNumber(trial.protocol, report)
		const last = version > 1 ? (await readVersion(trx, trial.number, version - 1)).report : undefined
		if (figure)
			await publishStudy(
				trx,
				{ figure, before: last && findStudyNumber(trial.protocol, last), reason: corrected },
				{ first, second: by.id, now: now() },
			)
		await recordActs(trx, [{ act: 'trial/published', by: by.id, at: now(), what: { trial: id, version } }])
	})
