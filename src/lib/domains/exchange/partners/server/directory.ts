/** Parts that acts on partners share: the database, the clock, who acts, and the row that they lock. */
import { AppError, toLocalDay } from '#base'
import { recordActs } from '#domains/acts/server'
import type { Partner, PartnerKey } from '../partner.ts'
import { findPartner, findVersion } from './partner-store.ts'
import type { PartnerDatabase, PartnerTransaction } from './partner-tables.ts'

export type Directory = {
	db: PartnerDatabase
	now: () => Date
	/** True where the operator runs a demonstration: channels may lead to this machine. */
	isDemonstration: boolean
	/** IANA zone of the country, for days of agreements. */
	zone: string
}

/** Numbers of messages that a revocation set apart, and that a person has to look at again. */
export type SetApart = { quarantined: number; toReview: number }

/** Needs of whoever revokes a key: a transaction that also holds what came under it. */
export type Revoking<Trx extends PartnerTransaction> = Pick<Directory, 'now'> & {
	transact: <Value>(work: (trx: Trx) => Promise<Value>) => Promise<Value>
	/** Told in the transaction that revokes a key: what came under it after `revokedAt` is set apart. */
	onRevoked: (trx: Trx, key: PartnerKey & { revokedAt: Date }) => Promise<SetApart>
}

/** Today in the country, `2026-11-29`. */
export const getDay = ({ now, zone }: Pick<Directory, 'now' | 'zone'>): string => toLocalDay(now(), zone)

/** The partner, locked until the end of the transaction. @throws AppError `partner.unknown` */
export const getLocked = async (trx: PartnerTransaction, id: string): Promise<Partner> => {
	await trx.selectFrom('partner').select('id').where('id', '=', id).forUpdate().execute()
	const found = await findPartner(trx, id)
	if (!found) throw new AppError('partner.unknown', 404, 'acting on a partner: there is none of this id')
	return found
}

/** The same, of one that has not ended. @throws AppError `partner.ended` */
export const getLockedOpen = async (trx: PartnerTransaction, id: string): Promise<Partner> => {
	const partner = await getLocked(trx, id)
	if (partner.state === 'ended')
		throw new AppError('partner.ended', 409, 'acting on a partner: it has ended, make a new one')
	return partner
}

/** The same, as somebody saw it who now changes it. @throws AppError `partner.changed`, and what {@link getLockedOpen} throws */
export const getLockedAt = async (
	trx: PartnerTransaction,
	{ id, version }: { id: string; version: string },
): Promise<Partner> => {
	const partner = await getLockedOpen(trx, id)
	if ((await findVersion(trx, id)) !== version)
		throw new AppError('partner.changed', 409, 'changing a partner: somebody else has changed it meanwhile')
	return partner
}

type Done = {
	act:
		| 'partner/made'
		| 'partner/changed'
		| 'partner/state'
		| 'partner/key-brought'
		| 'partner/key-verified'
		| 'partner/key-revoked'
	by: string
	partner: string
	what?: Readonly<Record<string, string>>
}

/** Writes an act into the public record, ids and states only, and when the partner last changed. */
export const writeDone = async (
	trx: PartnerTransaction,
	now: Date,
	{ act, by, partner, what }: Done,
): Promise<void> => {
	await trx.updateTable('partner').set({ changed: now }).where('id', '=', partner).execute()
	await recordActs(trx, [{ act, by, at: now, what: { partner, ...what } }])
}
