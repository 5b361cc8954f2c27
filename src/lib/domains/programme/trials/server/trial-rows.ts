import { AppError } from '#base'
import type { Selectable } from 'kysely'
import type { TrialMoment, TrialOutcome, Protocol, Trial } from '../trial.ts'
import { trialStates } from '../trial.ts'
import type { TrialTally } from '../tally-sheet.ts'
import type { TrialQueries, TrialTables, TrialTransaction } from './trial-tables.ts'

/** `t12` as 12; `undefined` for what is no id. */
export const toNumber = (id: string): number | undefined =>
	/^t[1-9]\d{0,5}$/u.test(id) ? Number(id.slice(1)) : undefined

/** A row as the rules see it. Protocols are written by us only, and read back as they were. */
export const toTrial = (row: Selectable<TrialTables['trial']>): Trial => ({
	id: `t${row.number}`,
	state: trialStates.find((state) => state === row.state) ?? 'registered',
	protocol: readProtocol(row),
	protocolHash: row.protocol_hash,
	registeredBy: row.registered_by,
	registeredAt: row.registered_at,
	approvedBy: row.approved_by ?? undefined,
	approvedAt: row.approved_at ?? undefined,
	stopReason: row.stop_reason ?? undefined,
	stopAskedBy: row.stop_asked_by ?? undefined,
})

const readProtocol = ({
	protocol,
	region,
}: Pick<Selectable<TrialTables['trial']>, 'protocol' | 'region'>): Protocol => ({
	...(JSON.parse(protocol) as Omit<Protocol, 'region'>),
	region: region ?? undefined,
})

/** A trial, locked until the transaction ends. @throws AppError `trial.gone` */
export const getLockedTrial = async (
	trx: TrialTransaction,
	id: string,
): Promise<Trial & { number: number }> => {
	const row = await trx
		.selectFrom('trial')
		.where('number', '=', toNumber(id) ?? -1)
		.selectAll()
		.forUpdate()
		.executeTakeFirst()
	if (!row) throw new AppError('trial.gone', 409, 'an act on a trial: there is none of this id')
	return { ...toTrial(row), number: row.number }
}

/** Classes of a trial by label. */
export const readClasses = (db: TrialQueries, number: number) =>
	db
		.selectFrom('trial_class')
		.where('trial', '=', number)
		.select(['label', 'stratum', 'has_lesson'])
		.orderBy('label')
		.execute()

/** Everything that classes have handed in. */
export const readTallies = async (db: TrialQueries, number: number): Promise<TrialTally[]> => {
	const rows = await db
		.selectFrom('trial_tally')
		.where('trial', '=', number)
		.select(['label', 'moment', 'outcome', 'counts'])
		.orderBy('label')
		.orderBy('moment')
		.orderBy('outcome')
		.execute()
	return rows.map(({ label, moment, outcome, counts }) => ({
		label,
		moment: moment as TrialMoment,
		outcome: outcome as TrialOutcome,
		counts: JSON.parse(counts) as number[],
	}))
}
