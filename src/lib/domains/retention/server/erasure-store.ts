import { createHash } from 'node:crypto'
import { addEntries, makeEntry } from '#platform'
import { AppError } from '#base'
import { may, type Person } from '#domains/people'
import { planEpochEnd } from '../epoch-end.ts'
import type { RetentionSchedule } from '../keep.ts'
import { useApproval } from '#domains/approvals/server'
import type { CaseQueries, CaseTransaction, Desk } from '#domains/cases/server'
import { toQuarterHour } from '#domains/acts/server'
import { hasUnfiled, listEpochCases } from './retention-store.ts'

/** The key that is to go, as its public record says. */
export type EndedEpoch = { epoch: string; recipient: string; begins: string; ends: string }

/** Digest of what a second person agrees to: the end of exactly this key. */
export const toErasureDigest = ({ epoch, recipient, begins, ends }: EndedEpoch): string =>
	createHash('sha256').update([epoch, recipient, begins, ends].join('\n')).digest('hex')

/** A certificate as it is kept: its text, and what proves that it stands in the public record. */
export type StoredCertificate = { certificate: string; entry: string; salt: Uint8Array }

/**
 * Ends an epoch for good: nothing open, held, within its time or without a case yet needs the key; another person has agreed; the key is
 * destroyed; the certificate goes to the public record. When the database fails after the key is gone, the certificate is
 * in the key store and {@link keepCertificate} writes it down at the next start.
 *
 * @param destroy - takes away every wrap of the key in the key store; answers the certificate that names both persons
 * @throws AppError `epoch.needed`, `epoch.destroyed` (it is gone already), `approval.missing`, `case.not-allowed`
 */
export const endEpoch = (
	desk: Desk,
	{ ended, approval, schedule }: { ended: EndedEpoch; approval: string; schedule: RetentionSchedule },
	person: Person,
	destroy: (people: { askedBy: string; agreedBy: string }) => Promise<string>,
): Promise<StoredCertificate> =>
	desk.db.transaction().execute(async (trx) => {
		if (!may(person, 'destroy', 'epoch', 'all'))
			throw new AppError('case.not-allowed', 403, 'ending an epoch: this person may not do it')
		if (await findCertificate(trx, ended.epoch))
			throw new AppError('epoch.destroyed', 409, 'ending an epoch: its key is gone already')
		const now = desk.now()
		if (planEpochEnd(await listEpochCases(trx, ended.epoch, schedule), now).state === 'needed')
			throw new AppError('epoch.needed', 409, 'ending an epoch: cases still need its key')
		if (await hasUnfiled({ ...desk, db: trx }, ended.epoch))
			throw new AppError('epoch.needed', 409, 'ending an epoch: reports of it have no case yet')
		const approvedBy = await useApproval(trx, {
			id: approval,
			act: 'destroy-epoch',
			subject: ended.epoch,
			digest: toErasureDigest(ended),
			by: person,
			now,
		})
		const certificate = await destroy({ askedBy: person.id, agreedBy: approvedBy })
		const { id: entry, salt, commitment } = makeEntry(new TextEncoder().encode(certificate))
		await addEntries(trx, [{ id: entry, commitment }])
		await keepCertificate(trx, ended.epoch, { certificate, entry, salt }, now)
		return { certificate, entry, salt }
	})

/** The certificate of an epoch; `undefined` while its key exists. */
export const findCertificate = (db: CaseQueries, epoch: string): Promise<StoredCertificate | undefined> =>
	db
		.selectFrom('erasure')
		.select(['certificate', 'entry', 'salt'])
		.where('epoch', '=', epoch)
		.executeTakeFirst()

/** Writes a certificate down whose entry stands in the public record. One that is there stays. */
export const keepCertificate = async (
	trx: CaseTransaction,
	epoch: string,
	{ certificate, entry, salt }: StoredCertificate,
	now: Date,
): Promise<void> => {
	await trx
		.insertInto('erasure')
		.values({ epoch, certificate, entry, salt: Buffer.from(salt), at: toQuarterHour(now) })
		.onConflict((conflict) => conflict.column('epoch').doNothing())
		.execute()
}

/** Certificates of all epochs that were ended, the newest first. They name no case and no number of reports. */
export const listCertificates = async (
	db: CaseQueries,
): Promise<(StoredCertificate & { epoch: string; at: Date })[]> =>
	db
		.selectFrom('erasure')
		.select(['epoch', 'certificate', 'entry', 'salt', 'at'])
		.orderBy('at', 'desc')
		.orderBy('epoch', 'desc')
		.execute()
