/** Changes of what is published: every one gives all five views a new serial and is one transaction with its objects for TAXII. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { views, type Indicator, type IndicatorState, type WithdrawReason } from '../indicator.ts'
import { toIndicator } from './indicator-row.ts'
import type { IndicatorDatabase, IndicatorTransaction } from './indicator-tables.ts'
import { companionRoom, forgetObjects, putObjects } from './stix-store.ts'

/** Takes the lock under which changes follow each other, so that who reads by time never misses one, and bumps all views. */
const beginChange = async (trx: IndicatorTransaction, count: number, now: Date) => {
	const held = await trx
		.selectFrom('publication')
		.select(['serial', 'last_added'])
		.where('view', '=', 'taxii')
		.forUpdate()
		.executeTakeFirstOrThrow()
	const first = Math.max(now.getTime() * 1000, held.last_added + 1) + companionRoom
	const serial = held.serial + 1
	await trx
		.updateTable('publication')
		.set({ serial, last_added: first + count - 1 })
		.execute()
	return { serial, first }
}

type Change = { state: IndicatorState; now: Date; approvedBy?: string; reason?: WithdrawReason }

/** Makes a new version of each indicator, all under one serial. */
const changeAll = async (
	trx: IndicatorTransaction,
	ids: readonly string[],
	{ state, now, approvedBy, reason }: Change,
): Promise<{ serial: number; changed: Indicator[] }> => {
	const { serial, first } = await beginChange(trx, ids.length, now)
	const { rows } = await sql<Parameters<typeof toIndicator>[0]>`
		update indicator set state = ${state}, version = indicator.version + 1, added = ${first}::bigint + asked.place - 1,
			approved_by = coalesce(${approvedBy ?? null}::uuid, approved_by), reason = ${reason ?? null}::text,
			created = case when indicator.version = 0 then ${now}::timestamptz else created end,
			modified = greatest(${now}::timestamptz, modified + case when indicator.version = 0 then interval '0' else interval '1 millisecond' end)
		from unnest(${[...ids]}::uuid[]) with ordinality as asked (id, place) where indicator.id = asked.id returning indicator.*`.execute(
		trx,
	)
	await sql`insert into indicator_version (indicator, version, serial, state)
		select id, version, ${serial}::bigint, state from indicator where id = any(${[...ids]}::uuid[])`.execute(
		trx,
	)
	const changed = rows.map(toIndicator).sort((a, b) => a.added - b.added)
	return { serial, changed }
}

/**
 * Publishes proposals, within the transaction that uses the agreement of the second person.
 *
 * @throws AppError `indicator.gone` when one of them is no proposal any more
 */
export const publishIndicators = async (
	trx: IndicatorTransaction,
	{ ids, approvedBy, now }: { ids: readonly string[]; approvedBy: string; now: Date },
): Promise<Indicator[]> => {
	const open = await trx
		.selectFrom('indicator')
		.select('id')
		.where('id', 'in', ids)
		.where('state', '=', 'proposed')
		.orderBy('id')
		.forUpdate()
		.execute()
	if (open.length !== ids.length)
		throw new AppError('indicator.gone', 409, 'publishing indicators: one of them is no proposal any more')
	const { serial, changed } = await changeAll(trx, ids, { state: 'published', now, approvedBy })
	await putObjects(trx, changed)
	await recordActs(trx, [
		{
			act: 'indicator/published',
			by: approvedBy,
			at: now,
			what: { serial, ids: changed.map(({ id }) => id) },
		},
	])
	return changed
}

/**
 * Withdraws one indicator from all five views in one transaction. One person may do it at once: it blocks nothing more. Each view then
 * owes a proof that it is out; TAXII gives its own here, the digest of the revoked object.
 *
 * @throws AppError `indicator.gone` when it is not published
 */
export const withdrawIndicator = (
	db: IndicatorDatabase,
	{ id, reason, by, now }: { id: string; reason: WithdrawReason; by: string; now: Date },
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const row = await trx
			.selectFrom('indicator')
			.select('state')
			.where('id', '=', id)
			.forUpdate()
			.executeTakeFirst()
		if (row?.state !== 'published')
			throw new AppError('indicator.gone', 409, 'withdrawing an indicator: it is not published')
		const { serial, changed } = await changeAll(trx, [id], { state: 'withdrawn', now, reason })
		const [body = ''] = await putObjects(trx, changed)
		const digest = createHash('sha256').update(body).digest('hex')
		await trx
			.insertInto('indicator_proof')
			.values(
				views.map((view) => ({
					indicator: id,
					view,
					serial,
					...(view === 'taxii'
						? { gone_serial: serial, digest, gone_at: now }
						: { gone_serial: null, digest: null, gone_at: null }),
				})),
			)
			.execute()
		await recordActs(trx, [{ act: 'indicator/withdrawn', by, at: now, what: { id, reason, serial } }])
	})

/** Most that expire in one transaction; the next run takes the rest. */
const mostAtOnce = 1000

/** Lets go of what is over; its objects leave the collections. Answer: how many. */
export const expireIndicators = (db: IndicatorDatabase, now: Date): Promise<number> =>
	db.transaction().execute(async (trx) => {
		const over = await trx
			.selectFrom('indicator')
			.select('id')
			.where('state', '=', 'published')
			.where('valid_until', '<=', now)
			.orderBy('valid_until')
			.orderBy('id')
			.limit(mostAtOnce)
			.forUpdate()
			.execute()
		const ids = over.map(({ id }) => id)
		if (ids.length === 0) return 0
		const { serial } = await changeAll(trx, ids, { state: 'expired', now })
		await forgetObjects(trx, ids)
		await recordActs(trx, [{ act: 'indicator/expired', by: null, at: now, what: { serial, ids } }])
		return ids.length
	})
