/** Two persons agree to a material, neither of them its author: to exactly its words, as the second has read them. */
import { AppError, type Language } from '#base'
import { recordActs } from '#domains/acts/server'
import { getSecondFrom } from '#domains/people'
import { findPerson } from '#domains/people/server'
import { checkMaterial } from '../../findings.ts'
import { getMaterialState, type Material, type MaterialWords } from '../../material.ts'
import { findSource, type SourceShelf } from '../../source.ts'
import type { Acting } from '../../server/campaign-gate.ts'
import type { CampaignDatabase, CampaignTransaction } from '../../server/campaign-tables.ts'
import { lockMaterial } from './material-store.ts'

/** A material as somebody has read it. */
export type Read = { id: string; digest: string }

/**
 * What is agreed to, and under which rules. `link`: address that texts carry; `wait`: how long, in milliseconds, somebody who has enrolled waits
 * before they count.
 */
export type Approving = { read: readonly Read[]; shelf: SourceShelf; link: string; wait: number }

/** @throws AppError `approval.same-person` for who wrote it, has agreed already, or is too new */
const refuseSame = async (
	trx: CampaignTransaction,
	{ author, by, wait }: { author: string; by: readonly string[]; wait: number },
	{ person, now }: Acting,
): Promise<void> => {
	const record = await findPerson(trx, person.id)
	const isOther = person.id !== author && !by.includes(person.id)
	if (!isOther || !record || getSecondFrom(record.enrolledAt, wait, now))
		throw new AppError('approval.same-person', 409, 'agreeing to a material: it takes another person')
}

type Rules = { approving: Omit<Approving, 'read'>; acting: Acting }

const approveOne = async (trx: CampaignTransaction, read: Read, { approving, acting }: Rules) => {
	const { person, now } = acting
	const { row } = await lockMaterial(trx, read.id, { person, verb: 'approve' })
	if (row.digest !== read.digest)
		throw new AppError('campaign.changed', 409, 'agreeing to a material: its words have changed since')
	const agreed = await trx
		.selectFrom('material_approval')
		.select('by')
		.where('material', '=', read.id)
		.where('digest', '=', read.digest)
		.execute()
	await refuseSame(trx, { author: row.author, by: agreed.map(({ by }) => by), wait: approving.wait }, acting)
	const language = row.language as Language
	const source = findSource(approving.shelf, row.source, language)
	if (!source || getMaterialState({ sourceHash: row.source_hash, approvals: [] }, source) === 'stale')
		throw new AppError('campaign.stale', 409, 'agreeing to a material: its source has changed since')
	const words = JSON.parse(row.words) as MaterialWords
	const checked = { kind: row.kind as Material['kind'], language, audience: source.audience, words }
	if (checkMaterial(checked, approving.shelf.library.terms, approving.link).length > 0)
		throw new AppError('campaign.findings', 409, 'agreeing to a material: something stands against its words')
	if (agreed.length >= 2) return
	await trx
		.insertInto('material_approval')
		.values({
			material: read.id,
			digest: read.digest,
			place: agreed.length + 1,
			by: person.id,
			author: row.author,
			at: now,
		})
		.execute()
	await recordActs(trx, [
		{ act: 'campaign/approved', by: person.id, at: now, what: { material: read.id, digest: read.digest } },
	])
}

/**
 * Agrees to materials, to all of them or to none.
 *
 * @throws AppError `campaign.unknown`, `campaign.changed` when one has other words than were read, `campaign.stale`, `campaign.findings`,
 * `approval.same-person`
 */
export const approveMaterials = (
	db: CampaignDatabase,
	{ read, ...approving }: Approving,
	acting: Acting,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		for (const one of read.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
			await approveOne(trx, one, { approving, acting })
	})
