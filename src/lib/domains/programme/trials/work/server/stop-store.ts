import { recordActs } from '#domains/acts/server'
import { judgeStopped } from '../../report.ts'
import { getLockedTrial } from '../../server/trial-rows.ts'
import type { TrialActor, TrialDesk, TrialTransaction } from '../../server/trial-tables.ts'
import type { Trial } from '../../trial.ts'
import { requireOwn, requireSecond, requireState } from './gate.ts'
import { addResult, readMeasured } from './result-rows.ts'

/**
 * Stops a trial for a reason that everybody reads. Before the draw nobody knows anything yet, and it is stopped at once; after it a second person has to
 * agree, and until then nothing more is taken in. What is reported cannot be stopped: it is published.
 * @throws AppError `trial.state`, `trial.not-yours`
 */
export const stopTrial = (
	{ db, now }: TrialDesk,
	{ id, reason }: { id: string; reason: string },
	by: TrialActor,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireOwn(trial, by)
		requireState(trial, 'registered', 'open', 'listed', 'drawn')
		const isDrawn = trial.state === 'drawn'
		await trx
			.updateTable('trial')
			.set({
				state: isDrawn ? 'stopping' : 'stopped',
				stop_reason: reason,
				stop_asked_by: isDrawn ? by.id : null,
			})
			.where('number', '=', trial.number)
			.execute()
		const act = isDrawn ? 'trial/stop-asked' : 'trial/stopped'
		await recordActs(trx, [{ act, by: by.id, at: now(), what: { trial: id } }])
	})

/** Publishes what was measured of a trial. Answer: the version; 0 where nothing was. */
const publishMeasured = async (
	trx: TrialTransaction,
	trial: Trial & { number: number },
	{
		first,
		second,
		at,
		today,
	}: { first: string; second: string; at: Date; today: ReturnType<TrialDesk['forms']> },
): Promise<number> => {
	const { measured, draws, forms } = await readMeasured(trx, trial, today)
	if (measured.tallies.length === 0) return 0
	return addResult(trx, trial.number, {
		report: { ...judgeStopped(measured, draws), forms },
		tallies: measured.tallies,
		reason: undefined,
		by: first,
		at,
		second,
	})
}

/**
 * Agrees to a stop as the second person: everybody reads the reason, and what was measured until then is published with it.
 * @throws AppError as `requireSecond` and `requireState`
 */
export const agreeStop = ({ db, now, forms }: TrialDesk, id: string, by: TrialActor): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireState(trial, 'stopping')
		const first = trial.stopAskedBy ?? trial.registeredBy
		requireSecond(trial, by, first)
		const version = await publishMeasured(trx, trial, {
			first,
			second: by.id,
			at: now(),
			today: forms(),
		})
		await trx
			.updateTable('trial')
			.set({ state: 'stopped', stop_agreed_by: by.id })
			.where('number', '=', trial.number)
			.execute()
		await recordActs(trx, [{ act: 'trial/stopped', by: by.id, at: now(), what: { trial: id, version } }])
	})

/** Goes on with a trial, as whoever has asked to stop it. @throws AppError `trial.state`, `trial.not-yours` */
export const goOn = ({ db, now }: TrialDesk, id: string, by: TrialActor): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireOwn(trial, by)
		requireState(trial, 'stopping')
		await trx
			.updateTable('trial')
			.set({ state: 'drawn', stop_reason: null, stop_asked_by: null })
			.where('number', '=', trial.number)
			.execute()
		await recordActs(trx, [{ act: 'trial/resumed', by: by.id, at: now(), what: { trial: id } }])
	})
