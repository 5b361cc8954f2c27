/** The directory of partners for tests: one partner, keys that are brought and compared by two persons, a clock that is set. */
import { beforeEach, expect } from 'vitest'
import { day } from '../../src/lib/base/index.ts'
import { readPartner } from '../../src/lib/domains/exchange/partners/agreement/index.ts'
import {
	changePartner,
	makePartner,
	setChannels,
} from '../../src/lib/domains/exchange/partners/agreement/server/change-store.ts'
import { findFingerprint, toGroups } from '../../src/lib/domains/exchange/partners/keys/index.ts'
import { bringKey, verifyKey } from '../../src/lib/domains/exchange/partners/keys/server/key-store.ts'
import type { PartnerKey } from '../../src/lib/domains/exchange/partners/partner.ts'
import type { Directory, Revoking } from '../../src/lib/domains/exchange/partners/server/directory.ts'
import {
	findPartner,
	findVersion,
	listPartnerKeys,
} from '../../src/lib/domains/exchange/partners/server/partner-store.ts'
import type { PartnerTransaction } from '../../src/lib/domains/exchange/partners/server/partner-tables.ts'
import { database, type EngineName } from './database.ts'
import { partnerForm, rfcKey } from './partners.ts'
import { listActs } from './state-digest.ts'

export const [brings, compares] = [
	'0a000000-0000-4000-8000-000000000001',
	'0a000000-0000-4000-8000-000000000002',
]
export const start = new Date('2026-11-29T10:00:00Z')
let now = start

/** Sets the clock back before each test of a file that asks for it. */
export const setClockBack = (): void => beforeEach(() => void (now = start))

/** The moment that the directory sees. */
export const getNow = (): Date => now
export const pass = (days: number): void => void (now = new Date(now.getTime() + days * day))

export const read = (more: object = {}) => {
	const data = readPartner({ ...partnerForm, ...more })
	return data.ok ? data.value : expect.fail(data.code)
}
export const refusal = (code: string): Error => expect.objectContaining({ code }) as Error

/** Edits what stands there now. */
const editNow =
	<Value, Done>(
		edit: (
			directory: Directory,
			given: { id: string; version: string; to: Value; by: string },
		) => Promise<Done>,
	) =>
	async (directory: Directory, given: { id: string; to: Value; by: string }): Promise<Done> =>
		edit(directory, { ...given, version: (await findVersion(directory.db, given.id)) ?? '' })
export const [changeNow, setChannelsNow] = [editNow(changePartner), editNow(setChannels)]

export const openDirectory = async (engine: EngineName) => {
	const { kysely: db } = await database(engine)
	const revoked: (PartnerKey & { revokedAt: Date })[] = []
	const directory: Directory & Revoking<PartnerTransaction> = {
		db,
		now: () => now,
		isDemonstration: false,
		zone: 'Africa/Casablanca',
		transact: (work) => db.transaction().execute(work),
		onRevoked: async (trx, key) => {
			expect(await findPartner(trx, key.partner)).toBeDefined()
			revoked.push(key)
			return { quarantined: 0, toReview: 0 }
		},
	}
	const id = await makePartner(directory, read(), brings)
	const get = async () => (await findPartner(db, id)) ?? expect.fail('there is a partner')
	const kinds = async () => (await listActs(db)).map(([, act]) => act).sort()
	const keys = () => listPartnerKeys(db, id)
	const key = async (kid: string): Promise<PartnerKey> =>
		(await keys()).find((one) => one.kid === kid) ?? expect.fail('there is a key')
	const bring = (text = JSON.stringify(rfcKey), days = 365) =>
		bringKey(directory, { partner: id, use: 'sign', text, days, by: brings })
	return { db, directory, id, get, kinds, keys, key, bring, revoked }
}
type World = Awaited<ReturnType<typeof openDirectory>>

export const compare = async ({ directory, id, keys }: World, key: string, more: object = {}) => {
	const found = (await keys()).find((one) => one.id === key)
	const typed = toGroups((found && findFingerprint(found)) ?? '')
		.split(' ')
		.slice(-6)
		.join(' ')
	return verifyKey(directory, { partner: id, key, by: compares, typed, replaces: false, ...more })
}

export const newJwk = async (): Promise<string> => {
	const { publicKey } = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify'])
	return JSON.stringify(await crypto.subtle.exportKey('jwk', publicKey))
}
