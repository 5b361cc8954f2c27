/** Keys of partners: brought by one person, compared by another, replaced with an overlap, revoked with a reason. */
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { AppError, day } from '#base'
import { findFingerprint, isHeard } from '../fingerprint.ts'
import { getKeyState, getOverlapEnd, mostDays, type RevocationReason } from '../key-state.ts'
import type { KeyUse, PartnerKey } from '../../partner.ts'
import {
	getLocked,
	getLockedOpen,
	writeDone,
	type Directory,
	type Revoking,
	type SetApart,
} from '../../server/directory.ts'
import { listPartnerKeys } from '../../server/partner-store.ts'
import type { PartnerTransaction } from '../../server/partner-tables.ts'
import { readPartnerKey, type BroughtUse } from './read-key.ts'
import { makeTransferSecret, transferAlgorithm } from './transfer-secret.ts'

type New = { partner: string; use: KeyUse; kid: string; public: string; days: number; by: string }

/** Puts a key into the directory; it counts only once a second person has compared it. @throws AppError `partner.key-known` */
const addKey = async (
	trx: PartnerTransaction,
	now: Date,
	{ days, by, ...key }: New & { end?: Date | undefined },
): Promise<string> => {
	const known = await trx
		.selectFrom('partner_key')
		.select('id')
		.where('use', '=', key.use)
		.where('kid', '=', key.kid)
		.executeTakeFirst()
	if (known) throw new AppError('partner.key-known', 409, 'bringing a key: it is in the directory already')
	const id = randomUUID()
	const to = new Date(now.getTime() + Math.min(days, mostDays) * day)
	const { end = to, ...row } = key
	const until = end < to ? end : to
	await trx
		.insertInto('partner_key')
		.values({ id, ...row, valid_from: now, valid_to: until, brought_by: by, brought_at: now })
		.execute()
	await writeDone(trx, now, {
		act: 'partner/key-brought',
		by,
		partner: key.partner,
		what: { key: id, use: key.use },
	})
	return id
}

type Brought = { partner: string; use: BroughtUse; text: string; days: number; by: string }

/**
 * Keeps a public key that a partner has handed over.
 *
 * @returns its id
 * @throws AppError `partner.key-form`, `partner.key-private`, `partner.key-weak`, `partner.key-known`, `partner.ended`
 */
export const bringKey = async ({ db, now }: Directory, { text, ...given }: Brought): Promise<string> => {
	const read = await readPartnerKey(given.use, text, now())
	if (!read.ok) throw new AppError(read.code, 409, 'bringing a key: it is not one that can be kept')
	const { validTo: end, ...key } = read.value
	return db.transaction().execute(async (trx) => {
		await getLockedOpen(trx, given.partner)
		return addKey(trx, now(), { ...given, ...key, end })
	})
}

/** Digest of a token, which is its id and all that is kept of it. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/**
 * Makes a secret for a partner that pulls by itself. It is shown once; what is kept is its digest.
 *
 * @returns the secret, 32 random bytes
 */
export const makeToken = (
	{ db, now }: Directory,
	{ partner, days, by }: { partner: string; days: number; by: string },
): Promise<string> =>
	db.transaction().execute(async (trx) => {
		await getLockedOpen(trx, partner)
		const token = randomBytes(32).toString('base64url')
		const digest = hashToken(token)
		await addKey(trx, now(), { partner, use: 'token', kid: digest, public: digest, days, by })
		return token
	})

/** A key for transfers of a zone, as both ends write it down. `secret`: base64. */
export type TransferKey = { name: string; algorithm: typeof transferAlgorithm; secret: string }

/**
 * Makes a key by which a partner fetches the zone. Its secret is shown once; what is kept is its digest, which the partner reads out to the
 * second person.
 */
export const makeTransferKey = (
	{ db, now }: Directory,
	{ dataDir, ...given }: { dataDir: string; partner: string; days: number; by: string },
): Promise<TransferKey> =>
	db.transaction().execute(async (trx) => {
		await getLockedOpen(trx, given.partner)
		const name = `zone-${randomBytes(6).toString('hex')}`
		const { secret, digest } = await makeTransferSecret(dataDir, name)
		await addKey(trx, now(), { ...given, use: 'tsig', kid: name, public: digest })
		return { name, algorithm: transferAlgorithm, secret }
	})

type Which = { partner: string; key: string; by: string }

/** A key of a partner, which is locked. @throws AppError `partner.key-unknown` */
const getKey = async (trx: PartnerTransaction, { partner, key: id }: Which) => {
	await getLocked(trx, partner)
	const keys = await listPartnerKeys(trx, partner)
	const key = keys.find((one) => one.id === id)
	if (!key) throw new AppError('partner.key-unknown', 409, 'acting on a key: the partner has none of this id')
	return { key, keys }
}

/** Lets the older keys of a use run out, two weeks after a newer one counts. */
const endOlder = async (trx: PartnerTransaction, older: readonly PartnerKey[], at: Date): Promise<void> => {
	for (const key of older)
		await trx
			.updateTable('partner_key')
			.set({ valid_to: getOverlapEnd(key, at) })
			.where('id', '=', key.id)
			.execute()
}

/**
 * A second person has compared a key over another way than it came by: it counts from now on.
 *
 * @param typed - the last groups of the fingerprint, as they heard them
 * @param replaces - true when the older keys of the same use run out
 * @throws AppError `partner.same-person`, `partner.key-state`, `partner.key-heard`, `partner.key-unknown`
 */
export const verifyKey = (
	{ db, now }: Directory,
	{ typed, replaces, ...which }: Which & { typed: string; replaces: boolean },
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const { key, keys } = await getKey(trx, which)
		const at = now()
		if (key.broughtBy === which.by)
			throw new AppError(
				'partner.same-person',
				403,
				'comparing a key: who brought it is not the second person',
			)
		if (getKeyState(key, at) !== 'waiting')
			throw new AppError('partner.key-state', 409, 'comparing a key: it waits for nobody')
		const fingerprint = findFingerprint(key)
		if (fingerprint === undefined || !isHeard(fingerprint, typed))
			throw new AppError('partner.key-heard', 409, 'comparing a key: what was heard is not its fingerprint')
		await trx
			.updateTable('partner_key')
			.set({ verified_by: which.by, verified_at: at })
			.where('id', '=', key.id)
			.execute()
		const older = keys.filter((one) => one.use === key.use && getKeyState(one, at) === 'good')
		if (replaces) await endOlder(trx, older, at)
		const what = { key: key.id, ...(replaces ? { replaces: 'yes' } : {}) }
		await writeDone(trx, at, { act: 'partner/key-verified', by: which.by, partner: key.partner, what })
	})

/**
 * Revokes a key, for good. What came under it since then is set apart by `onRevoked`.
 *
 * @param since - where it was in other hands earlier; never a moment to come
 * @throws AppError `partner.key-state`, `partner.key-since`, `partner.key-unknown`
 */
export const revokeKey = <Trx extends PartnerTransaction>(
	{ transact, now, onRevoked }: Revoking<Trx>,
	{ why, since, ...which }: Which & { why: RevocationReason; since: Date | undefined },
): Promise<SetApart> =>
	transact(async (trx) => {
		const { key } = await getKey(trx, which)
		const at = now()
		if (key.revokedAt !== undefined)
			throw new AppError('partner.key-state', 409, 'revoking a key: it is revoked already')
		if (since !== undefined && since > at)
			throw new AppError('partner.key-since', 409, 'revoking a key: the moment has not come yet')
		const revokedAt = since ?? at
		await trx
			.updateTable('partner_key')
			.set({ revoked_at: revokedAt, revoked_why: why })
			.where('id', '=', key.id)
			.execute()
		const done = await onRevoked(trx, { ...key, revokedAt, revokedWhy: why })
		const what = { key: key.id, why, since: revokedAt.toISOString() }
		await writeDone(trx, at, { act: 'partner/key-revoked', by: which.by, partner: key.partner, what })
		return done
	})
