import { createHash, randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import type { TokenKind } from '../blind-index.ts'
import { isAcrossUnits } from '../../unit.ts'
import { askApproval, useApproval } from '#domains/approvals/server'
import type { CaseQueries, CaseTransaction } from '../../server/case-tables.ts'
import { showMoved } from '../../server/child-page.ts'
import {
	getLockedCase,
	getRelation,
	lockCases,
	lockCluster,
	notAllowed,
	writeChange,
	type Desk,
	type DeskCase,
} from '../../server/desk-case.ts'

/** A case that may be about the same. */
export type SimilarCase = {
	id: string
	shared: Readonly<Partial<Record<TokenKind, number>>>
	cluster: string | undefined
	supervisor: string | undefined
}

/** Cases that share an address or words with a case, the most alike first. Proposals: a person looks and decides. */
export const findAlike = async (db: CaseQueries, id: string, most = 500): Promise<SimilarCase[]> => {
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
			'desk_case.supervisor',
			(select) => select.fn.countAll<number>().as('shared'),
		])
		.where('own.case_id', '=', id)
		.where('other.case_id', '<>', id)
		.groupBy(['other.case_id', 'other.kind', 'desk_case.cluster', 'desk_case.supervisor'])
		.execute()
	const found = new Map<string, SimilarCase>()
	for (const { id: other, kind, cluster, supervisor, shared } of rows)
		found.set(other, {
			id: other,
			cluster: cluster ?? undefined,
			supervisor: supervisor ?? undefined,
			shared: { ...found.get(other)?.shared, [kind]: shared },
		})
	const weigh = ({ shared }: SimilarCase): number => (shared.address ?? 0) * 100 + (shared.words ?? 0)
	return [...found.values()].sort((a, b) => weigh(b) - weigh(a) || (a.id < b.id ? -1 : 1)).slice(0, most)
}

type Merging = { ids: readonly string[]; approval?: string }

/** The cases of a merger: those named, and all that their clusters bring along, each locked. */
const lockMembers = async (trx: CaseTransaction, ids: readonly string[]): Promise<DeskCase[]> => {
	const named = await trx
		.selectFrom('desk_case')
		.select('cluster')
		.where('id', 'in', [...ids])
		.execute()
	const clusters = [...new Set(named.flatMap(({ cluster }) => cluster ?? []))]
	const brought =
		clusters.length > 0
			? await trx.selectFrom('desk_case').select('id').where('cluster', 'in', clusters).execute()
			: []
	return lockCases(trx, [...ids, ...brought.map((one) => one.id)])
}

/** Digest of what a second person agrees to: exactly these cases in one cluster. */
const toMergeDigest = (members: readonly Pick<DeskCase, 'id'>[]): string =>
	createHash('sha256')
		.update(['thiqa/merge/v1', ...members.map(({ id }) => id)].join('\n'))
		.digest('hex')

/** Asks for a second person to put cases of several units together. `subject`: the case on whose page it is asked. Answer: its id. */
export const askMerge = async (
	desk: Desk,
	{ subject, ids }: { subject: string; ids: readonly string[] },
	person: Person,
): Promise<string> => {
	const members = await desk.db.transaction().execute((trx) => lockMembers(trx, ids))
	if (!members.every((found) => may(person, 'merge', 'case', getRelation(found, person))))
		throw notAllowed('asking to put cases together')
	const asked = { act: 'merge-across-units', subject, digest: toMergeDigest(members) } as const
	return askApproval(desk.db, asked, person, desk.now())
}

const checkUnits = async (
	trx: CaseTransaction,
	members: readonly DeskCase[],
	{ approval = '', ...use }: { approval: string | undefined; subject: string; by: Person; now: Date },
): Promise<void> => {
	if (!isAcrossUnits(members)) return
	const digest = toMergeDigest(members)
	await useApproval(trx, { id: approval, act: 'merge-across-units', digest, ...use })
}

/**
 * Puts cases into one cluster; the first one named is the subject of the approval. Cases that were in clusters before bring
 * theirs along. Where several units meet it takes two persons, who agreed to exactly these. Answer: the id of the cluster.
 *
 * @throws AppError `case.not-allowed`, `case.not-found`, `approval.missing`
 */
export const mergeCases = (desk: Desk, { ids, approval }: Merging, person: Person): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		const members = await lockMembers(trx, ids)
		const named = members.filter(({ id }) => ids.includes(id))
		for (const found of named)
			if (!may(person, 'merge', 'case', getRelation(found, person)))
				throw notAllowed('putting cases together')
		const subject = ids[0] ?? ''
		await checkUnits(trx, members, { approval, subject, by: person, now: desk.now() })
		const cluster = members.find((found) => found.cluster)?.cluster ?? randomUUID()
		const what = { cluster, ...(isAcrossUnits(members) && { approval: approval ?? '' }) }
		for (const found of members)
			if (found.cluster !== cluster)
				await writeChange(trx, desk, {
					found,
					set: { cluster },
					step: { kind: 'clustered', by: person.id, what },
				})
		return cluster
	})

/** True when a case is the only one of its cluster that is followed: all others are its duplicates. */
const isFollowed = ({ id }: DeskCase, members: readonly DeskCase[]): boolean => {
	const others = members.filter((other) => other.id !== id)
	return others.length > 0 && others.every(({ status }) => status === 'duplicate')
}

/**
 * Takes a case out of its cluster. A duplicate is a case of its own again.
 *
 * @throws AppError `case.not-found`, `case.not-allowed`; `case.followed` when only its duplicates would be left
 */
export const leaveCluster = (desk: Desk, id: string, person: Person): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const { cases } = await lockCluster(trx, id)
		const found = await getLockedCase(trx, id)
		if (!may(person, 'merge', 'case', getRelation(found, person))) throw notAllowed('taking a case out')
		if (found.status !== 'duplicate' && isFollowed(found, cases))
			throw new AppError('case.followed', 409, 'taking a case out: only its duplicates would be left')
		const status = found.status === 'duplicate' ? ({ status: 'triaged' } as const) : {}
		const step = { kind: 'clustered', by: person.id, ...status } as const
		const left = await writeChange(trx, desk, { found, set: { cluster: null, ...status }, step })
		if (found.status === 'duplicate') await showMoved(trx, desk, left)
	})
