/** Proposals: what one person of the desk asks a second to publish, many at once, as one batch. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { askApproval } from '#domains/approvals/server'
import type { Person } from '#domains/people'
import { isWithinMarks, type Pap, type Tlp } from '#domains/exchange/partners'
import {
	ourselves,
	validFor,
	type IndicatorAudience,
	type Indicator,
	type IndicatorKind,
} from '../../indicator.ts'
import { findBlockRefusal, type NeverBlock } from '../../never-block.ts'
import { toIndicator, toIndicatorId } from '../../server/indicator-row.ts'
import type {
	IndicatorDatabase,
	IndicatorQueries,
	IndicatorTransaction,
} from '../../server/indicator-tables.ts'

/** Something to block by, in its one spelling. */
export type Item = { kind: IndicatorKind; value: string }

/** Whoever asks for something at the desk, and when. */
export type AskedBy = { person: Pick<Person, 'id'>; now: Date }

type Terms = { audiences: readonly IndicatorAudience[]; tlp: Tlp; pap: Pap }

/** Digest of what a second person agrees to: exactly these things, to exactly these circles. */
export const toBatchDigest = (indicators: readonly Indicator[]): string =>
	createHash('sha256')
		.update(
			[
				'thiqa/indicators/v1',
				...indicators
					.map((one) =>
						[one.id, one.audiences.join(','), one.tlp, one.pap, one.validUntil.toISOString()].join(' '),
					)
					.sort(),
			].join('\n'),
		)
		.digest('hex')

/**
 * Number of lives that a thing has had, by kind and value. `settled`: offers of this owner that wait or were set aside; `marks`: what the partners
 * have marked it that it comes from.
 */
const countLives = async (trx: IndicatorQueries, owner: string, items: readonly Item[]) => {
	type Lives = Item & { lives: number; current: number; settled: number; marks: readonly string[] | null }
	const { rows } = await sql<Lives>`
		select asked.kind, asked.value, coalesce(max(life) filter (where owner = ${owner}), 0)::int as lives,
			count(*) filter (where state in ('proposed', 'published'))::int as current,
			count(*) filter (where owner = ${owner} and state in ('offered', 'refused'))::int as settled,
			array_agg(distinct tlp) filter (where state in ('offered', 'taken')) as marks
		from unnest(${items.map(({ kind }) => kind)}::text[], ${items.map(({ value }) => value)}::text[]) as asked (kind, value)
		left join indicator on indicator.kind = asked.kind and indicator.value = asked.value
		group by 1, 2`.execute(trx)
	return new Map(rows.map((row) => [`${row.kind} ${row.value}`, row]))
}

type Insert = Item & { id: string; life: number }

const insertAll = async (
	trx: IndicatorTransaction,
	rows: readonly Insert[],
	{
		owner,
		state,
		batch,
		by,
		terms,
		now,
	}: {
		owner: string
		state: 'offered' | 'proposed'
		batch: string | null
		by: string | null
		terms: Terms
		now: Date
	},
): Promise<void> => {
	const [ids, kinds] = [rows.map(({ id }) => id), rows.map(({ kind }) => kind)]
	const [values, lives] = [rows.map(({ value }) => value), rows.map(({ life }) => life)]
	await sql`insert into indicator (id, kind, value, owner, life, audiences, tlp, pap, valid_from, valid_until, version, state,
			batch, proposed_by, created, modified)
		select id, kind, value, ${owner}, life, ${terms.audiences.join(',')}, ${terms.tlp}, ${terms.pap}, ${now}::timestamptz,
			${new Date(now.getTime() + validFor)}::timestamptz, 0, ${state}, ${batch}::uuid, ${by}::uuid, ${now}::timestamptz, ${now}::timestamptz
		from unnest(${ids}::uuid[], ${kinds}::text[], ${values}::text[], ${lives}::int[]) as given (id, kind, value, life)
		on conflict do nothing`.execute(trx)
}

/** Offers of a partner: nobody here has looked at them yet. What is proposed, published or offered by it already is left out. */
export const offerIndicators = async (
	trx: IndicatorTransaction,
	{ owner, items, tlp, now }: { owner: string; items: readonly Item[]; tlp: Tlp; now: Date },
): Promise<void> => {
	const lives = await countLives(trx, owner, items)
	const rows = [...lives.values()]
		.filter(({ settled, current }) => settled === 0 && current === 0)
		.map(({ kind, value, lives: had }) => {
			const life = had + 1
			return { kind, value, life, id: toIndicatorId({ kind, value, owner, life }) }
		})
	const terms: Terms = { audiences: [], tlp, pap: 'amber' }
	await insertAll(trx, rows, { owner, state: 'offered', batch: null, by: null, terms, now })
}

/** Offers that are taken up wait for nobody; what they were marked counts whenever this is proposed again. */
const takeUpOffers = async (trx: IndicatorTransaction, items: readonly Item[]): Promise<void> => {
	await sql`update indicator set state = 'taken' from unnest(${items.map(({ kind }) => kind)}::text[], ${items.map(({ value }) => value)}::text[])
		as taken (kind, value) where indicator.kind = taken.kind and indicator.value = taken.value and state = 'offered'`.execute(
		trx,
	)
}

/** @throws AppError with the code of the rule that says no to one of them */
const refuseNeeded = (items: readonly Item[], never: NeverBlock): void => {
	for (const { kind, value } of items) {
		const code = kind === 'domain' ? findBlockRefusal(value, never) : undefined
		if (code) throw new AppError(code, 409, 'proposing indicators: one of the names is never blocked')
	}
}

/**
 * Proposes things to block by, and asks a second person to agree to all of them together.
 *
 * @returns the batch, `undefined` when nothing is left to propose; `known`: what is proposed or published already and was left out,
 * `stricter`: what its partner lets nobody share so openly
 * @throws AppError `indicator.ending`, `indicator.needed` for a name that is never blocked
 */
export const proposeIndicators = async (
	db: IndicatorDatabase,
	{ items: given, terms, never }: { items: readonly Item[]; terms: Terms; never: NeverBlock },
	{ person, now }: AskedBy,
): Promise<{ batch: string | undefined; known: Item[]; stricter: Item[] }> => {
	refuseNeeded(given, never)
	const batch = randomUUID()
	const items = [...new Map(given.map((item) => [`${item.kind} ${item.value}`, item])).values()]
	const { fresh, known, stricter } = await db.transaction().execute(async (trx) => {
		const lives = await countLives(trx, ourselves, items)
		const sorted = Map.groupBy(items, ({ kind, value }) => {
			const of = lives.get(`${kind} ${value}`)
			if ((of?.current ?? 0) > 0) return 'known'
			return isWithinMarks(terms.tlp, of?.marks ?? []) ? 'fresh' : 'stricter'
		})
		const rows = (sorted.get('fresh') ?? []).map((item) => {
			const life = (lives.get(`${item.kind} ${item.value}`)?.lives ?? 0) + 1
			return { ...item, life, id: toIndicatorId({ ...item, owner: ourselves, life }) }
		})
		if (rows.length > 0) {
			await insertAll(trx, rows, { owner: ourselves, state: 'proposed', batch, by: person.id, terms, now })
			await takeUpOffers(trx, rows)
			await recordActs(trx, [
				{ act: 'indicator/proposed', by: person.id, at: now, what: { batch, ids: rows.map(({ id }) => id) } },
			])
		}
		return { fresh: rows, known: sorted.get('known') ?? [], stricter: sorted.get('stricter') ?? [] }
	})
	if (fresh.length === 0) return { batch: undefined, known, stricter }
	await askForBatch(db, batch, { person, now })
	return { batch, known, stricter }
}

/** All proposals of a batch. */
export const listBatch = async (db: IndicatorQueries, batch: string): Promise<Indicator[]> => {
	const rows = await db
		.selectFrom('indicator')
		.selectAll()
		.where('batch', '=', batch)
		.where('state', '=', 'proposed')
		.orderBy('id')
		.execute()
	return rows.map(toIndicator)
}

/** Asks, once more where a day has passed, for a second person to agree to a batch. @throws AppError `indicator.gone` */
export const askForBatch = async (
	db: IndicatorDatabase,
	batch: string,
	{ person, now }: AskedBy,
): Promise<string> => {
	const proposals = await listBatch(db, batch)
	if (proposals.length === 0 || proposals.some(({ proposedBy }) => proposedBy !== person.id))
		throw new AppError('indicator.gone', 409, 'asking for a second person: no such proposal of this person')
	return askApproval(
		db,
		{ act: 'publish-indicator', subject: batch, digest: toBatchDigest(proposals) },
		person,
		now,
	)
}
