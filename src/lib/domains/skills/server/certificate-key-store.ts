import { makeSigningKey } from '#tools/seal/signed-code'
import type { QueriesOf } from '#platform'
import type { ColumnType } from 'kysely'

export type CertificateKeyTables = {
	certificate_key: { id: number; secret_key: string; made_at: ColumnType<Date, Date, never> }
}

const only = 1

/**
 * The key with which this installation signs certificates, made at first use. All processes on one database get the same
 * key, also when they ask at the same moment.
 */
export const getCertificateKey = async (db: QueriesOf<CertificateKeyTables>, now: Date): Promise<string> => {
	const find = () => db.selectFrom('certificate_key').select('secret_key').where('id', '=', only)
	const known = await find().executeTakeFirst()
	if (known) return known.secret_key
	await db
		.insertInto('certificate_key')
		.values({ id: only, secret_key: makeSigningKey(), made_at: now })
		.onConflict((conflict) => conflict.column('id').doNothing())
		.execute()
	return (await find().executeTakeFirstOrThrow()).secret_key
}
