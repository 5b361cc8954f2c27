/** Publishing: versions of actions that one person asks for and another agrees to. */
import { createHash, randomUUID } from 'node:crypto'
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { askApproval, decideApproval, listApprovals, useApproval } from '#domains/approvals/server'
import { may, type Person } from '#domains/people'
import { getReach } from '../../../places/reach.ts'
import type { PlanItem, PlanDesk, PlanQueries, PlanTransaction } from '../../server/plan-tables.ts'
import { compareIds, readActions } from '../../server/plan-rows.ts'
import { readStanding } from '../../server/standing.ts'
import { findMissingWords } from '../../sheet/check.ts'

const toDigest = (items: readonly PlanItem[]): string =>
	createHash('sha256')
		.update(JSON.stringify(items.map(({ id, version }) => [id, version])))
		.digest('hex')

const changed = (): AppError =>
	new AppError(
		'programme.changed',
		409,
		'publishing the plan: something of it was changed since it was asked for',
	)

const mayPublish = (person: Person, region: string | null): boolean =>
	may(person, 'publish', 'programme', getReach(person, { region: region ?? undefined }))

/** Rows of these actions, held; in the order of their ids, so that two never wait for each other. */
const lockItems = (trx: PlanTransaction, ids: readonly string[]) =>
	trx
		.selectFrom('plan_action')
		.select(['id', 'version', 'region', 'published_version'])
		.where('id', 'in', ids)
		.orderBy('id')
		.forUpdate()
		.execute()

/** @throws AppError `programme.words` when a text that is published is not there in four languages */
const checkWords = async (trx: PlanQueries, ids: readonly string[]): Promise<void> => {
	const things = [...(await readStanding(trx))].filter(([id]) => ids.includes(id.replace(/-r\d+$/u, '')))
	if (things.some(([, { fields }]) => findMissingWords(fields).length > 0))
		throw new AppError('programme.words', 409, 'publishing the plan: a text is not there in all languages')
}

/**
 * Asks a second person to publish actions as they stand now. Answer: the id under which it waits.
 *
 * @throws AppError `programme.nothing` when one of them is not there or has nothing new, `programme.not-allowed`, `programme.words`
 */
export const askPublication = async (
	{ db, now }: PlanDesk,
	asked: readonly string[],
	by: Person,
): Promise<string> => {
	const at = now()
	const ids = [...new Set(asked)].sort(compareIds)
	const kept = await db.transaction().execute(async (trx) => {
		const rows = ids.length === 0 ? [] : await lockItems(trx, ids)
		if (
			rows.length !== ids.length ||
			rows.length === 0 ||
			rows.some((row) => row.version === row.published_version)
		)
			throw new AppError('programme.nothing', 409, 'publishing the plan: there is nothing new to publish')
		if (!rows.every(({ region }) => mayPublish(by, region)))
			throw new AppError(
				'programme.not-allowed',
				409,
				'publishing the plan: something lies in another region',
			)
		await checkWords(trx, ids)
		const items = rows.map(({ id, version }) => ({ id, version })).sort((a, b) => compareIds(a.id, b.id))
		const publication = { id: randomUUID(), digest: toDigest(items) }
		await trx
			.insertInto('plan_publication')
			.values({
				...publication,
				items: JSON.stringify(items),
				state: 'asked',
				first: by.id,
				second: null,
				at,
			})
			.execute()
		return publication
	})
	const about = { act: 'publish-plan', subject: kept.id, digest: kept.digest } as const
	await askApproval(db, about, by, at)
	return kept.id
}

const putPublished = async (
	trx: PlanTransaction,
	items: readonly PlanItem[],
	publication: string,
): Promise<void> => {
	const actions = await readActions(
		trx,
		items.map(({ id }) => id),
	)
	await trx
		.insertInto('plan_published')
		.values(
			actions.map((action) => ({
				action: action.id,
				version: action.version,
				body: JSON.stringify(action),
				publication,
			})),
		)
		.onConflict((conflict) =>
			conflict.column('action').doUpdateSet((row) => ({
				version: row.ref('excluded.version'),
				body: row.ref('excluded.body'),
				publication: row.ref('excluded.publication'),
			})),
		)
		.execute()
	await trx
		.updateTable('plan_action')
		.set((row) => ({ published_version: row.ref('version') }))
		.where(
			'id',
			'in',
			actions.map(({ id }) => id),
		)
		.execute()
}

/** @throws AppError `approval.missing`, `programme.changed`, `programme.not-allowed` */
const checkAsked = async (trx: PlanTransaction, id: string, person: Person) => {
	const asked = await trx
		.selectFrom('plan_publication')
		.selectAll()
		.where('id', '=', id)
		.where('state', '=', 'asked')
		.forUpdate()
		.executeTakeFirst()
	if (!asked) throw new AppError('approval.missing', 409, 'publishing the plan: nobody has asked for it')
	const rows = await lockItems(
		trx,
		asked.items.map((item) => item.id),
	)
	if (!rows.every(({ region }) => mayPublish(person, region)))
		throw new AppError('programme.not-allowed', 409, 'publishing the plan: something lies in another region')
	const versions = new Map(rows.map((row) => [row.id, row.version]))
	const isSame = asked.items.every((item) => versions.get(item.id) === item.version)
	return { asked, isSame }
}

/**
 * Agrees as the second person, which publishes exactly what was asked for; or says no.
 *
 * @param decision - `wait`: how long, in milliseconds, somebody who has enrolled waits before they count
 * @throws AppError `approval.missing`, `approval.same-person`, `programme.changed`, `programme.not-allowed`
 */
export const decidePublication = async (
	{ db, now }: PlanDesk,
	{ id, grants, wait }: { id: string; grants: boolean; wait: number },
	person: Person,
): Promise<void> => {
	const at = now()
	await db.transaction().execute(async (trx) => {
		if (!(await checkAsked(trx, id, person)).isSame && grants) throw changed()
	})
	const approval = (await listApprovals(db, at)).findLast(
		({ act, subject }) => act === 'publish-plan' && subject === id,
	)
	if (!approval)
		throw new AppError('approval.missing', 409, 'publishing the plan: nobody has asked for it today')
	if (approval.state === 'asked') await decideApproval(db, { id: approval.id, grants, wait }, person, at)
	await db.transaction().execute(async (trx) => {
		const { asked, isSame } = await checkAsked(trx, id, person)
		if (!grants) {
			await trx
				.updateTable('plan_publication')
				.set({ state: 'refused', second: person.id, at })
				.where('id', '=', id)
				.execute()
			return
		}
		if (!isSame) throw changed()
		const by = { id: approval.askedBy }
		const second = await useApproval(trx, {
			id: approval.id,
			act: 'publish-plan',
			subject: id,
			digest: asked.digest,
			by,
			now: at,
		})
		await putPublished(trx, asked.items, id)
		await trx
			.updateTable('plan_publication')
			.set({ state: 'published', second, at })
			.where('id', '=', id)
			.execute()
		const what = {
			publication: id,
			digest: asked.digest,
			actions: asked.items.map((item) => `${item.id}@${item.version}`),
		}
		await recordActs(trx, [{ act: 'programme/published', by: second, at, what }])
	})
}

/** Lists questions of today that lie within a person's reach, each with whether something has changed since it was asked. */
export const listPublications = async (
	db: Parameters<typeof listApprovals>[0] & PlanQueries,
	{ person, now }: { person: Person; now: Date },
) => {
	const asked = (await listApprovals(db, now)).filter(({ act }) => act === 'publish-plan')
	if (asked.length === 0) return []
	const rows = await db
		.selectFrom('plan_publication')
		.selectAll()
		.where('state', '=', 'asked')
		.where(
			'id',
			'in',
			asked.map(({ subject }) => subject),
		)
		.execute()
	const versions = new Map(
		(await db.selectFrom('plan_action').select(['id', 'version', 'region']).execute()).map((row) => [
			row.id,
			row,
		]),
	)
	return rows
		.filter(({ items }) => items.every((item) => mayPublish(person, versions.get(item.id)?.region ?? null)))
		.map(({ id, items, first }) => ({
			id,
			items,
			first,
			isStale: items.some((item) => versions.get(item.id)?.version !== item.version),
		}))
}
