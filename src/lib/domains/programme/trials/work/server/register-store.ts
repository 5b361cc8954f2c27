import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { may } from '#domains/people'
import { getReach } from '#domains/programme/places'
import { hashProtocol } from '../../protocol.ts'
import type { Protocol } from '../../trial.ts'
import { requireSecond, requireState } from './gate.ts'
import { getLockedTrial } from '../../server/trial-rows.ts'
import type { TrialActor, TrialDesk } from '../../server/trial-tables.ts'

/**
 * Registers a trial. Answer: its id.
 * @throws AppError `trial.not-yours` for a region that is not this person's
 */
export const registerTrial = async (
	{ db, now }: Pick<TrialDesk, 'db' | 'now'>,
	protocol: Protocol,
	by: TrialActor,
): Promise<string> => {
	if (!may(by, 'register', 'trial', getReach(by, { by: by.id, region: protocol.region })))
		throw new AppError('trial.not-yours', 409, 'registering a trial: the region is another')
	return db.transaction().execute(async (trx) => {
		const last = await trx
			.selectFrom('trial')
			.select('number')
			.orderBy('number', 'desc')
			.forUpdate()
			.limit(1)
			.executeTakeFirst()
		const number = (last?.number ?? 0) + 1
		const { region, ...rest } = protocol
		const hash = hashProtocol(protocol)
		await trx
			.insertInto('trial')
			.values({
				number,
				state: 'registered',
				protocol: JSON.stringify(rest),
				protocol_hash: hash,
				region: region ?? null,
				registered_by: by.id,
				registered_at: now(),
			})
			.execute()
		await recordActs(trx, [
			{ act: 'trial/registered', by: by.id, at: now(), what: { trial: `t${number}`, protocol: hash } },
		])
		return `t${number}`
	})
}

/** Agrees to a protocol as the second person: from now on everybody sees it. @throws AppError as `requireSecond` and `requireState` */
export const approveTrial = ({ db, now }: TrialDesk, id: string, by: TrialActor): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const trial = await getLockedTrial(trx, id)
		requireState(trial, 'registered')
		requireSecond(trial, by, trial.registeredBy)
		await trx
			.updateTable('trial')
			.set({ state: 'open', approved_by: by.id, approved_at: now() })
			.where('number', '=', trial.number)
			.execute()
		await recordActs(trx, [
			{ act: 'trial/approved', by: by.id, at: now(), what: { trial: id, protocol: trial.protocolHash } },
		])
	})
