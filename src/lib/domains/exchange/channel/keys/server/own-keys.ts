/**
 * Our own keys for partners. Secret halves are 32 bytes each in `<dataDir>/keys/exchange-<use>-<number>.key`, public halves and times stand in
 * the database. A new key is published before it is used, and an old one still opens for a while: partners compare each with a second person.
 */
import { createPrivateKey } from 'node:crypto'
import { AppError, day } from '#base'
import type { Kysely } from 'kysely'
import { recordActs, type ActTables } from '#domains/acts/server'
import { findKey, getKey, shredKey } from '#platform'
import { toThumbprint, type PublicJwk } from '#tools/channels/sealed-payload'
import {
	addOwnKey,
	endOlderKeys,
	listEndedKeys,
	listOwnKeys,
	type OwnKeyQueries,
	type OwnKeyRow,
	type OwnKeyTables,
	type OwnKeyUse,
} from './own-key-store.ts'

const curves = {
	sign: { crv: 'Ed25519', prefix: '302e020100300506032b657004220420', usages: ['sign'] },
	seal: { crv: 'X25519', prefix: '302e020100300506032b656e04220420', usages: ['deriveBits'] },
} as const satisfies Readonly<
	Record<OwnKeyUse, { crv: PublicJwk['crv']; prefix: string; usages: KeyUsage[] }>
>

/** Milliseconds for which a new key is published before it is used, and an old one still counts after that. */
const overlap = 14 * day

/** Milliseconds for which what the database said of our keys is not asked again. */
const knownFor = 10_000

type OwnKeyDatabase = Kysely<OwnKeyTables & ActTables>

type OpenedKey = { kid: string; key: CryptoKey; jwk: PublicJwk }

const openSeed = async (seed: Uint8Array, use: OwnKeyUse): Promise<OpenedKey> => {
	const { crv, prefix, usages } = curves[use]
	const der = Buffer.concat([Buffer.from(prefix, 'hex'), seed])
	const { x = '' } = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' }).export({ format: 'jwk' })
	const jwk = { kty: 'OKP', crv, x } as const
	const key = await crypto.subtle.importKey('pkcs8', der, crv, false, usages)
	return { kid: await toThumbprint(jwk), key, jwk }
}

const toFileName = (use: OwnKeyUse, number: number): string => `exchange-${use}-${number}`

type PublishedKey = PublicJwk & { kid: string; use: 'sig' | 'enc'; alg: string; nbf: number; exp?: number }

const toSeconds = (at: Date): number => Math.floor(at.getTime() / 1000)

const toPublished = ({ use, kid, x, begins, ends }: OwnKeyRow): PublishedKey => ({
	kty: 'OKP',
	crv: curves[use].crv,
	x,
	kid,
	...(use === 'sign' ? { use: 'sig', alg: 'EdDSA' } : { use: 'enc', alg: 'ECDH-ES+A256KW' }),
	nbf: toSeconds(begins),
	...(ends ? { exp: toSeconds(ends) } : {}),
})

export type OwnKeys = {
	/**
	 * The key that signs now. Inside a transaction `queries` are those of it: the embedded database has one connection, and whoever holds it must not wait
	 * for another.
	 * @throws AppError `exchange.key-missing` (503) when its file is not there
	 */
	getSigning: (queries?: OwnKeyQueries) => Promise<{ kid: string; key: CryptoKey }>
	/** A key that opens what was sealed to us; `undefined` when we have none of this name, or none any more. */
	findSeal: (kid: string) => Promise<CryptoKey | undefined>
	/** JWK set (https://www.rfc-editor.org/rfc/rfc7517#section-5) with times: `nbf`, `exp` in seconds. */
	publish: () => Promise<{ keys: readonly PublishedKey[] }>
	/** Our keys that are not over, the newest first. None is made by this. */
	list: () => Promise<readonly OwnKeyRow[]>
	/**
	 * Makes the next key of a use: published at once, used after 14 days, when the one before has 14 days left. Gives its name.
	 * @throws AppError `exchange.key-waiting` (409) while the one that was made last has not begun
	 */
	rotate: (use: OwnKeyUse, by: string | null) => Promise<string>
	/** Overwrites and removes secret halves of keys that ended before a moment. Answer: how many were still there. */
	shred: (before: Date) => Promise<number>
}

type KeyPlace = { db: OwnKeyDatabase; dataDir: string; now: () => Date }

const make = async (
	{ dataDir }: Pick<KeyPlace, 'dataDir'>,
	queries: OwnKeyQueries,
	{ use, number, begins }: Pick<OwnKeyRow, 'use' | 'number' | 'begins'>,
): Promise<string> => {
	const { kid, jwk } = await openSeed(await getKey(dataDir, toFileName(use, number)), use)
	await addOwnKey(queries, { use, number, kid, x: jwk.x, begins })
	return kid
}

/** Lists our keys; the first of each use is made where there is none. */
const look = async ({
	db,
	dataDir,
	now,
}: Omit<KeyPlace, 'db'> & { db: OwnKeyQueries }): Promise<OwnKeyRow[]> => {
	const rows = await listOwnKeys(db, now())
	const missing = (['sign', 'seal'] as const).filter((use) => !rows.some((row) => row.use === use))
	for (const use of missing) await make({ dataDir }, db, { use, number: 1, begins: now() })
	return missing.length === 0 ? rows : listOwnKeys(db, now())
}

const rotate = async (place: KeyPlace, use: OwnKeyUse, by: string | null): Promise<string> => {
	const { db, now } = place
	const [newest] = (await look(place)).filter((row) => row.use === use)
	if (newest && newest.begins > now())
		throw new AppError(
			'exchange.key-waiting',
			409,
			'making the next key: the one made last has not begun yet',
		)
	const number = (newest?.number ?? 0) + 1
	const begins = new Date(now().getTime() + overlap)
	return db.transaction().execute(async (trx) => {
		const kid = await make(place, trx, { use, number, begins })
		await endOlderKeys(trx, { use, before: number, ends: new Date(begins.getTime() + overlap) })
		await recordActs(trx, [{ act: 'exchange/key-made', by, at: now(), what: { use, kid } }])
		return kid
	})
}

const shred = async ({ db, dataDir }: KeyPlace, before: Date): Promise<number> => {
	let count = 0
	for (const { use, number } of await listEndedKeys(db, before))
		if (await shredKey(dataDir, toFileName(use, number))) count++
	return count
}

/** Opens secret halves, each once. */
const createOpener = (dataDir: string) => {
	const opened = new Map<string, OpenedKey>()
	return async (row: Pick<OwnKeyRow, 'use' | 'number' | 'kid'>): Promise<OpenedKey> => {
		const known = opened.get(row.kid)
		if (known) return known
		const name = toFileName(row.use, row.number)
		const seed = await findKey(dataDir, name)
		const key = seed && (await openSeed(seed, row.use))
		if (key?.kid !== row.kid)
			throw new AppError(
				'exchange.key-missing',
				503,
				`Opening keys/${name}.key: it is not there, or is another one than partners know; bring it back from the backup`,
			)
		opened.set(row.kid, key)
		return key
	}
}

/** Our keys on a database and a data folder; the first of each use is made when it is first needed. */
export const openOwnKeys = (db: OwnKeyDatabase, dataDir: string, now: () => Date): OwnKeys => {
	const place = { db, dataDir, now }
	const open = createOpener(dataDir)
	let known: { rows: OwnKeyRow[]; until: number } | undefined
	const list = async (queries?: OwnKeyQueries): Promise<OwnKeyRow[]> => {
		if (known && known.until > performance.now()) return known.rows
		// What a transaction has seen may never be: it is not remembered.
		if (queries) return look({ ...place, db: queries })
		known = { rows: await look(place), until: performance.now() + knownFor }
		return known.rows
	}
	return {
		getSigning: async (queries) => {
			const row = (await list(queries)).find((one) => one.use === 'sign' && one.begins <= now())
			if (!row) throw new Error('looking for the key that signs: none has begun')
			return open(row)
		},
		findSeal: async (kid) => {
			const row = (await list()).find((one) => one.use === 'seal' && one.kid === kid)
			return row && (await open(row)).key
		},
		publish: async () => ({ keys: (await list()).map(toPublished) }),
		list: () => listOwnKeys(db, now()),
		shred: (before) => shred(place, before),
		rotate: async (use, by) => {
			const kid = await rotate(place, use, by)
			known = undefined
			return kid
		},
	}
}
