/** Materials of a campaign: made from a source, written, read with who agreed to exactly these words. */
import { randomUUID } from 'node:crypto'
import { AppError, isUuid, type Language } from '#base'
import { recordActs } from '#domains/acts/server'
import type { Person } from '#domains/people'
import type { Selectable } from 'kysely'
import { isSpokenKind, kinds, materialKinds, type Campaign, type MaterialKind } from '../../campaign.ts'
import { draftWords, toMaterialDigest, type Material, type MaterialWords } from '../../material.ts'
import { findSource, type MaterialSource, type SourceShelf } from '../../source.ts'
import { lockCampaign, type Acting } from '../../server/campaign-gate.ts'
import type {
	CampaignDatabase,
	CampaignQueries,
	CampaignTables,
	CampaignTransaction,
} from '../../server/campaign-tables.ts'

type Row = Selectable<CampaignTables['material']>

const toMaterial = (row: Row, approvals: Material['approvals']): Material => ({
	id: row.id,
	campaign: row.campaign,
	kind: row.kind as MaterialKind,
	language: row.language as Language,
	source: row.source,
	sourceHash: row.source_hash,
	words: JSON.parse(row.words) as MaterialWords,
	author: row.author,
	version: row.version,
	approvals,
})

/** Materials of a campaign in the order of kinds, each with those who agreed to the words that it has now. */
export const listMaterials = async (
	db: CampaignQueries,
	campaign: Pick<Campaign, 'id' | 'languages'>,
): Promise<Material[]> => {
	const rows = await db.selectFrom('material').selectAll().where('campaign', '=', campaign.id).execute()
	const agreed = await db
		.selectFrom('material_approval')
		.innerJoin('material', (join) =>
			join
				.onRef('material.id', '=', 'material_approval.material')
				.onRef('material.digest', '=', 'material_approval.digest'),
		)
		.select([
			'material_approval.material',
			'material_approval.by',
			'material_approval.at',
			'material_approval.place',
		])
		.where('material.campaign', '=', campaign.id)
		.orderBy('material_approval.place')
		.execute()
	const place = ({ kind, language }: Row): number =>
		materialKinds.indexOf(kind as MaterialKind) * 10 + campaign.languages.indexOf(language as Language)
	return rows
		.toSorted((a, b) => place(a) - place(b))
		.map((row) =>
			toMaterial(
				row,
				agreed.filter(({ material }) => material === row.id).map(({ by, at }) => ({ by, at })),
			),
		)
}

type Made = { campaign: Campaign; kind: MaterialKind; source: MaterialSource }

const putMaterial = async (
	trx: CampaignTransaction,
	{ campaign, kind, source }: Made,
	{ person, now }: Acting,
) => {
	const known = await trx
		.selectFrom('material')
		.selectAll()
		.where('campaign', '=', campaign.id)
		.where('kind', '=', kind)
		.where('language', '=', source.language)
		.executeTakeFirst()
	const isSame = known?.source === source.id && known.source_hash === source.hash
	if (isSame) return 0
	const id = known?.id ?? randomUUID()
	const words = draftWords(kind, source)
	const values = {
		source: source.id,
		source_hash: source.hash,
		words: JSON.stringify(words),
		author: person.id,
		changed: now,
		digest: toMaterialDigest({
			id,
			kind,
			language: source.language,
			words,
			source: source.id,
			sourceHash: source.hash,
		}),
		version: (known?.version ?? 0) + 1,
	}
	await trx
		.insertInto('material')
		.values({ id, campaign: campaign.id, kind, language: source.language, ...values })
		.onConflict((conflict) => conflict.column('id').doUpdateSet(values))
		.execute()
	return 1
}

/**
 * Makes the materials of a campaign from a source, one for each kind of its channels and each of its languages that the source has. What was made
 * from the same words before stays as it is; what was made from other words, or from older ones, is made anew.
 *
 * @returns how many were made
 * @throws AppError `campaign.unknown`, `campaign.source` when the source has none of its languages
 */
export const makeMaterials = (
	db: CampaignDatabase,
	{ id, source, shelf }: { id: string; source: string; shelf: SourceShelf },
	acting: Acting,
): Promise<number> =>
	db.transaction().execute(async (trx) => {
		const { person, now } = acting
		const campaign = await lockCampaign(trx, id, { person, verb: 'write', resource: 'material' })
		const found = campaign.languages.flatMap((language) => findSource(shelf, source, language) ?? [])
		if (found.length === 0)
			throw new AppError(
				'campaign.source',
				409,
				'making materials: the source has no words in these languages',
			)
		let made = 0
		for (const kind of materialKinds.filter((one) => campaign.channels.includes(kinds[one])))
			for (const words of found) made += await putMaterial(trx, { campaign, kind, source: words }, acting)
		if (made > 0)
			await recordActs(trx, [
				{ act: 'campaign/written', by: person.id, at: now, what: { campaign: id, made } },
			])
		return made
	})

/** Locks a material and its campaign. @throws AppError `campaign.unknown` */
export const lockMaterial = async (
	trx: CampaignTransaction,
	id: string,
	{ person, verb }: { person: Person; verb: 'write' | 'approve' },
): Promise<{ row: Row; campaign: Campaign }> => {
	const found = isUuid(id)
		? await trx.selectFrom('material').select('campaign').where('id', '=', id).executeTakeFirst()
		: undefined
	const campaign = await lockCampaign(trx, found?.campaign ?? '', { person, verb, resource: 'material' })
	const row = await trx
		.selectFrom('material')
		.selectAll()
		.where('id', '=', id)
		.forUpdate()
		.executeTakeFirstOrThrow()
	return { row, campaign }
}

/**
 * Writes the text of an SMS, a caption or for the radio. Whoever agreed before has agreed to other words, and is asked again.
 *
 * @throws AppError `campaign.unknown`, `campaign.changed`, `campaign.drawn` for what is drawn: its words are those of its source
 */
export const writeText = (
	db: CampaignDatabase,
	{ id, version, text }: { id: string; version: number; text: string },
	{ person, now }: Acting,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const { row } = await lockMaterial(trx, id, { person, verb: 'write' })
		const kind = row.kind as MaterialKind
		if (!isSpokenKind(kind))
			throw new AppError('campaign.drawn', 409, 'writing a material: its words are those of its source')
		if (row.version !== version)
			throw new AppError('campaign.changed', 409, 'writing a material: somebody else has changed it since')
		const words: MaterialWords = { title: '', lines: [], text: text.replaceAll('\r\n', '\n').trim() }
		const known = toMaterial(row, [])
		await trx
			.updateTable('material')
			.set({
				words: JSON.stringify(words),
				digest: toMaterialDigest({ ...known, words }),
				author: person.id,
				changed: now,
				version: version + 1,
			})
			.where('id', '=', id)
			.execute()
		await recordActs(trx, [
			{ act: 'campaign/written', by: person.id, at: now, what: { material: id, version: version + 1 } },
		])
	})
