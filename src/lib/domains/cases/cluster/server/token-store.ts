import { sql } from 'kysely'
import { AppError } from '#base'
import type { Person } from '#domains/people'
import { mostTokens, type BlindIndexEntry } from '../blind-index.ts'
import type { Earlier } from '../plan-indexing.ts'
import { endedStatuses } from '../../status.ts'
import type { CaseQueries } from '../../server/case-tables.ts'
import { lockCases, notAllowed, toDeskCase, type Desk } from '../../server/desk-case.ts'
import { mayOpen } from '../../reading/server/open-store.ts'

type CaseTokens = { id: string; tokens: readonly BlindIndexEntry[] }

const toRows = ({ id, tokens }: CaseTokens, index: string) => {
	if (tokens.length > mostTokens || tokens.some(({ token }) => !/^[0-9a-f]{32}$/u.test(token)))
		throw new AppError(
			'case.tokens-wrong',
			400,
			'indexing a case: wanted at most 216 tokens of 32 hex digits',
		)
	const unique = new Map(tokens.map((token) => [`${token.kind} ${token.token}`, token]))
	return Array.from(unique.values(), ({ kind, token }) => ({
		case_id: id,
		kind,
		token: Buffer.from(token, 'hex'),
		index_key: index,
	}))
}

/** `index`: id of the key that the tokens were made with. */
type Indexing = { cases: readonly CaseTokens[]; index: string }

/**
 * Keeps the tokens of cases, which the browser of who opened them has made, in place of all older ones, of whichever key.
 *
 * @param findCurrent - the id of the key in use, if this person holds it; asked for whoever may index these
 *
 * @throws AppError `case.index-changed` (made with another key than the one in use), `case.tokens-wrong`, `case.not-allowed`, `case.not-found`
 */
export const setTokens = (
	desk: Desk,
	{ cases, index }: Indexing,
	person: Person,
	findCurrent: () => Promise<string | undefined>,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const ids = cases.map(({ id }) => id)
		const found = await lockCases(trx, ids)
		if (!found.every((one) => mayOpen(one, person))) throw notAllowed('indexing a case')
		if (index !== (await findCurrent()))
			throw new AppError('case.index-changed', 409, 'indexing a case: wanted tokens of the key in use')
		const rows = cases.flatMap((one) => toRows(one, index))
		await trx.deleteFrom('case_token').where('case_id', 'in', ids).execute()
		for (let at = 0; at < rows.length; at += 2000)
			await trx
				.insertInto('case_token')
				.values(rows.slice(at, at + 2000))
				.execute()
	})

/** Open cases with tokens of another key than `index`, or of one that nobody knows; `most`: of the ids. */
export const findEarlier = async (
	db: CaseQueries,
	{ index, most }: { index: string; most: number },
	person: Person,
): Promise<Earlier> => {
	// Not `is distinct from`, which no index answers: when all are of the key in use this reads none of them.
	const other = sql<boolean>`(index_key is null or index_key < ${index} or index_key > ${index})`
	const rows = await db
		.selectFrom('desk_case')
		.selectAll()
		.where('id', 'in', db.selectFrom('case_token').select('case_id').where(other))
		.where('status', 'not in', [...endedStatuses])
		.orderBy('id')
		.execute()
	const own = rows.map(toDeskCase).filter((found) => mayOpen(found, person))
	return { count: rows.length, ids: own.slice(0, most).map(({ id }) => id) }
}
