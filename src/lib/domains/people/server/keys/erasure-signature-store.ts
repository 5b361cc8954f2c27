import { AppError } from '#base'
import { addEntries, makeEntry } from '#platform'
import { checkErasure, parseSignedErasure } from '../../keys/index.ts'
import type { PeopleDatabase, PeopleQueries, PeopleTables } from '../people-tables.ts'
import { findStaffKey } from './staff-key-store.ts'

/** A signature under a certificate of destruction: what was signed of which key, by whom, and what proves that it stands in the public record. */
type ErasureSignature = Readonly<PeopleTables['erasure_signature']>

export const listErasureSignatures = (db: PeopleQueries): Promise<ErasureSignature[]> =>
	db
		.selectFrom('erasure_signature')
		.select(['epoch', 'person', 'content', 'entry', 'salt'])
		.orderBy('epoch')
		.orderBy('person')
		.execute()

/**
 * Keeps a person's signature under the certificate of a destroyed key, with its entry in the public record. It must be made with
 * the key that the desk knows as theirs.
 *
 * @throws AppError `erasure.refused` (not theirs, not good, or not under this certificate), `erasure.signed` (they have signed)
 */
export const keepErasureSignature = async (
	db: PeopleDatabase,
	{ certificate, person, content }: { certificate: string; person: string; content: string },
): Promise<void> => {
	const [signed, checked] = [parseSignedErasure(content), await checkErasure(certificate, [content])]
	const key = await findStaffKey(db, person)
	const isTheirs = signed.ok && signed.value.person === person && signed.value.signingKey === key?.signingKey
	if (!isTheirs || !checked.ok)
		throw new AppError('erasure.refused', 409, 'keeping a signature: it is not of this person, or not good')
	const { id: entry, commitment, salt } = makeEntry(new TextEncoder().encode(content))
	await db.transaction().execute(async (trx) => {
		const row = { epoch: signed.value.subject, person, content, entry, salt: Buffer.from(salt) }
		const added = await trx
			.insertInto('erasure_signature')
			.values(row)
			.onConflict((conflict) => conflict.columns(['epoch', 'person']).doNothing())
			.returning('entry')
			.executeTakeFirst()
		if (!added) throw new AppError('erasure.signed', 409, 'keeping a signature: this person has signed')
		await addEntries(trx, [{ id: entry, commitment }])
	})
}
