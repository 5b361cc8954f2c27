import { randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import { mostTokens, type IndexToken, type TokenKind } from '../../cluster/index.ts'
import type { CaseDatabase } from '../case-tables.ts'
import { getLockedCase, getRelation, notAllowed, writeChange, type Desk } from './desk-case.ts'

/**
 * Keeps the tokens of a case, which the browser of who opened it has made, in place of older ones.
 *
 * @throws AppError `case.tokens-wrong`
 */
export const setTokens = (
	desk: Desk,
	{ id, tokens }: { id: string; tokens: readonly IndexToken[] },
	person: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		const relation = getRelation(found, person)
		if (!may(person, 'open', 'case', relation) && !may(person, 'open', 'report', relation))
			throw notAllowed('indexing a case')
		if (tokens.length > mostTokens || tokens.some(({ token }) => !/^[0-9a-f]{32}$/u.test(token)))
			throw new AppError(
				'case.tokens-wrong',
				400,
				'indexing a case: wanted at most 216 tokens of 32 hex digits',
			)
		await trx.deleteFrom('case_token').where('case_id', '=', id).execute()
		const unique = new Map(tokens.map((token) => [`${token.kind} ${token.token}`, token]))
		if (unique.size > 0)
			await trx
				.insertInto('case_token')
				.values(
					Array.from(unique.values(), ({ kind, token }) => ({
						case_id: id,
						kind,
						token: Buffer.from(token, 'hex'),
					})),
				)
				.execute()
	})

/** A case that may be about the same. */
export type Likeness = {
	id: string
	shared: Readonly<Partial<Record<TokenKind, number>>>
	cluster: string | undefined
}

/** Cases that share an address or words with a case, the most alike first. Proposals: a person looks and decides. */
export const findAlike = async (db: CaseDatabase, id: string, most = 50): Promise<Likeness[]> => {
	const rows = await db
		.selectFrom('case_token as own')
		.innerJoin('case_token as other', (join) =>
			join.onRef('other.token', '=', 'own.token').onRef('other.kind', '=', 'own.kind'),
		)
		.innerJoin('desk_case', 'desk_case.id', 'other.case_id')
		.select([
			'other.case_id as id',
			'other.kind',
			'desk_case.cluster',
			(select) => select.fn.countAll<number>().as('shared'),
		])
		.where('own.case_id', '=', id)
		.where('other.case_id', '<>', id)
		.groupBy(['other.case_id', 'other.kind', 'desk_case.cluster'])
		.execute()
	const found = new Map<string, Likeness>()
	for (const { id: other, kind, cluster, shared } of rows)
		found.set(other, {
			id: other,
			cluster: cluster ?? undefined,
			shared: { ...found.get(other)?.shared, [kind]: shared },
		})
	const weigh = ({ shared }: Likeness): number => (shared.address ?? 0) * 100 + (shared.words ?? 0)
	return [...found.values()].sort((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1)).slice(0, most)
}

/**
 * Puts cases into one cluster. Cases that were in clusters before bring theirs along. Answer: the id of the cluster.
 *
 * @throws AppError `case.not-allowed`, `case.not-found`
 */
export const mergeCases = (desk: Desk, ids: readonly string[], person: Person): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const cases = []
		for (const id of [...new Set(ids)].sort()) cases.push(await getLockedCase(trx, id))
		for (const found of cases)
			if (!may(person, 'merge', 'case', getRelation(found, person)))
				throw notAllowed('putting cases together')
		const cluster = cases.find((found) => found.cluster)?.cluster ?? randomUUID()
		const joined = new Set(cases.flatMap((found) => found.cluster ?? []))
		joined.delete(cluster)
		for (const found of cases)
			await writeChange(
				trx,
				found,
				{ cluster },
				{ kind: 'clustered', by: person.id, what: { cluster } },
				desk,
			)
		if (joined.size > 0)
			await trx
				.updateTable('desk_case')
				.set({ cluster })
				.where('cluster', 'in', [...joined])
				.execute()
		return cluster
	})

/** Takes a case out of its cluster. */
export const leaveCluster = (desk: Desk, id: string, person: Person): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedCase(trx, id)
		if (!may(person, 'merge', 'case', getRelation(found, person))) throw notAllowed('taking a case out')
		await writeChange(trx, found, { cluster: null }, { kind: 'clustered', by: person.id }, desk)
	})
