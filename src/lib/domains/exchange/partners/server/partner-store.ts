import type { Selectable } from 'kysely'
import {
	channelKinds,
	flows,
	keyUses,
	partnerKinds,
	tlpLevels,
	type Channel,
	type KeyUse,
	type Partner,
	type PartnerKey,
} from '../partner.ts'
import type { PartnerQueries, PartnerTables } from './partner-tables.ts'

const split = (list: string): string[] => list.split(',').filter((word) => word !== '')

/** A word of a list of ours; what the database holds and the code does not know is a fault. */
const oneOf = <Word extends string>(words: readonly Word[], given: string): Word => {
	const found = words.find((word) => word === given)
	if (found === undefined) throw new Error(`reading a partner: ${given} is no known word`)
	return found
}

const toChannel = (row: Selectable<PartnerTables['partner_channel']>): Channel => ({
	id: row.id,
	kind: oneOf(channelKinds, row.kind),
	address: row.address,
	place: row.place,
})

const toPartner = (row: Selectable<PartnerTables['partner']>, channels: readonly Channel[]): Partner => ({
	id: row.id,
	names: { ar: row.name_ar, fr: row.name_fr, zgh: row.name_zgh ?? undefined, en: row.name_en },
	kind: oneOf(partnerKinds, row.kind),
	country: row.country,
	zone: row.zone,
	hours: row.hours,
	languages: split(row.languages),
	agreement: row.agreement,
	agreedFrom: row.agreed_from ?? undefined,
	agreedTo: row.agreed_to ?? undefined,
	flows: split(row.flows).map((flow) => oneOf(flows, flow)),
	tlpMost: oneOf(tlpLevels, row.tlp_most),
	takesPersonal: row.takes_personal,
	isPublic: row.is_public,
	state: row.state,
	note: row.note,
	channels,
})

/** Every partner with its channels, by its French name. */
export const listPartners = async (db: PartnerQueries): Promise<Partner[]> => {
	const rows = await db.selectFrom('partner').selectAll().orderBy('name_fr').orderBy('id').execute()
	const channels = await db.selectFrom('partner_channel').selectAll().orderBy('place').execute()
	return rows.map((row) =>
		toPartner(
			row,
			channels.filter(({ partner }) => partner === row.id).map((channel) => toChannel(channel)),
		),
	)
}

/** One partner; `undefined` when there is none of this id. */
export const findPartner = async (db: PartnerQueries, id: string): Promise<Partner | undefined> => {
	const row = await db.selectFrom('partner').selectAll().where('id', '=', id).executeTakeFirst()
	if (!row) return undefined
	const channels = await db
		.selectFrom('partner_channel')
		.selectAll()
		.where('partner', '=', id)
		.orderBy('place')
		.execute()
	return toPartner(
		row,
		channels.map((channel) => toChannel(channel)),
	)
}

const toKey = (row: Selectable<PartnerTables['partner_key']>): PartnerKey => ({
	id: row.id,
	partner: row.partner,
	use: oneOf(keyUses, row.use),
	kid: row.kid,
	public: row.public,
	validFrom: row.valid_from,
	validTo: row.valid_to ?? undefined,
	broughtBy: row.brought_by,
	verifiedBy: row.verified_by ?? undefined,
	revokedAt: row.revoked_at ?? undefined,
	revokedWhy: row.revoked_why ?? undefined,
})

/** The key of an id of its own (`kid`); whether it counts, `isKeyGood()` says. */
export const findPartnerKey = async (
	db: PartnerQueries,
	{ use, kid }: { use: KeyUse; kid: string },
): Promise<PartnerKey | undefined> => {
	// Anybody may show any name, and no text of PostgreSQL holds this character.
	if (kid.includes('\0')) return undefined
	const row = await db
		.selectFrom('partner_key')
		.selectAll()
		.where('use', '=', use)
		.where('kid', '=', kid)
		.executeTakeFirst()
	return row && toKey(row)
}

/** Names (`kid`) of all keys of a use, whether they count or not. */
export const listKeyNames = async (db: PartnerQueries, use: KeyUse): Promise<string[]> => {
	const rows = await db.selectFrom('partner_key').select('kid').where('use', '=', use).execute()
	return rows.map(({ kid }) => kid)
}

/** All keys of a partner, the newest first. */
export const listPartnerKeys = async (db: PartnerQueries, partner: string): Promise<PartnerKey[]> => {
	const rows = await db
		.selectFrom('partner_key')
		.selectAll()
		.where('partner', '=', partner)
		.orderBy('valid_from', 'desc')
		.orderBy('id')
		.execute()
	return rows.map(toKey)
}

/** Tells one state of a partner from the next: the moment of its last change. `undefined` when there is none of this id. */
export const findVersion = async (db: PartnerQueries, id: string): Promise<string | undefined> => {
	const row = await db.selectFrom('partner').select('changed').where('id', '=', id).executeTakeFirst()
	return row?.changed.toISOString()
}
