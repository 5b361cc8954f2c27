/** Keys of a demonstration, wrapped for a person like any other: the desk is tried out on the way it really goes. */
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { makeIndexKey, wrapSecret, type GroupKey } from '#domains/people/keys'
import type { PeopleQueries } from '#domains/people/server'
import { findStaffKey } from '#domains/people/server/keys'
import { getDemonstrationSecret, isDemonstrationEpoch } from '#domains/reports/server'
import { getKey, readConfig, readOperator } from '#platform'

const indexId = 'demo-index'

/** True for keys that are made here. */
export const isDemonstrationKey = (id: string): boolean => id === indexId || isDemonstrationEpoch(id)

const isLive = async (): Promise<boolean> => (await readOperator(readConfig().dataDir)).state === 'live'

const makeIndex = async () => {
	const { dataDir } = readConfig()
	await mkdir(join(dataDir, 'keys', 'demonstration'), { recursive: true, mode: 0o700 })
	return makeIndexKey(indexId, await getKey(dataDir, 'demonstration/index'))
}

const makeEpoch = async (id: string): Promise<string> => {
	const { identity, answerSeed } = await getDemonstrationSecret(readConfig().dataDir, id)
	const seed = Buffer.from(answerSeed).toString('base64')
	return JSON.stringify({ v: 1, kind: 'epoch', id, identity, answerSeed: seed })
}

/** Public half of the index key of a demonstration; `undefined` when somebody answers for this installation. */
export const findDemonstrationIndex = async (): Promise<(GroupKey & { kind: 'index' }) | undefined> =>
	(await isLive()) ? undefined : (await makeIndex()).key

/**
 * A person's wrap of a key of the demonstration; `undefined` when they have made no key of their own, or when somebody answers
 * for this installation: then no key of a demonstration is handed to anyone.
 */
export const wrapDemonstration = async (
	db: PeopleQueries,
	id: string,
	personId: string,
): Promise<Uint8Array | undefined> => {
	if (await isLive()) return undefined
	const own = await findStaffKey(db, personId)
	if (!own) return undefined
	const secret = id === indexId ? (await makeIndex()).text : await makeEpoch(id)
	const wrap = await wrapSecret(secret, own.recipient)
	return wrap.ok ? wrap.value : undefined
}
