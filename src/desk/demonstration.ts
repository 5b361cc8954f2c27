/** The key of a demonstration, wrapped for a person like any other: the desk is tried out on the way it really goes. */
import { wrapSecret } from '#domains/people/keys'
import { findStaffKey } from '#domains/people/server/keys'
import { getDemonstrationSecret } from '#domains/reports/server'
import { readConfig, readOperator } from '#platform'
import type { Kysely } from 'kysely'

/**
 * A person's wrap of a demonstration epoch; `undefined` when they have made no key of their own, or when somebody answers for
 * this installation: then no key of a demonstration is handed to anyone.
 */
export const wrapDemonstration = async <Tables>(
	db: Kysely<Tables>,
	id: string,
	personId: string,
): Promise<Uint8Array | undefined> => {
	const { dataDir } = readConfig()
	if ((await readOperator(dataDir)).state === 'live') return undefined
	const own = await findStaffKey(db, personId)
	if (!own) return undefined
	const { identity, answerSeed } = await getDemonstrationSecret(dataDir, id)
	const seed = Buffer.from(answerSeed).toString('base64')
	const secret = JSON.stringify({ v: 1, kind: 'epoch', id, identity, answerSeed: seed })
	const wrap = await wrapSecret(secret, own.recipient)
	return wrap.ok ? wrap.value : undefined
}
