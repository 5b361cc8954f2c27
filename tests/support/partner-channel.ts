/** A desk's signed channel on a database of a test, and a partner abroad with keys of its own. */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely, type Transaction } from 'kysely'
import { openOwnKeys, type OwnKeys } from '../../src/lib/domains/exchange/channel/keys/server/index.ts'
import {
	createInbox,
	type Handlers,
	type Inbox,
} from '../../src/lib/domains/exchange/channel/server/index.ts'
import type { InboxAnswer } from '../../src/lib/domains/exchange/channel/server/answers.ts'
import { createRates } from '../../src/lib/domains/exchange/rates/server/index.ts'
import { makeIdentity, openText, toRecipient } from '../../src/lib/tools/seal/sealed/index.ts'
import { signRequest } from '../../src/lib/tools/channels/http-signature/index.ts'
import { readPublicJwk, sealPayload } from '../../src/lib/tools/channels/sealed-payload/index.ts'
import type { Tables } from '../../src/server/process/database.ts'
import { makeFolder } from './child.ts'
import { inboxUrl, makeMessageId, makePair, type Pair } from './partner-keys.ts'
import { database, type EngineName } from './database.ts'

export { inboxUrl, makeMessageId, note, referral } from './partner-keys.ts'

export type TestPartner = { id: string; sign: Pair; seal: Pair }

type PartnerChanges = Partial<{
	state: string
	flows: string
	agreed_from: string
	agreed_to: string
	isVerified: boolean
}>

/** A hotline abroad with an agreement for referrals and keys that two persons have compared. */
export const addPartner = async (
	db: Kysely<Tables>,
	now: Date,
	changes: PartnerChanges = {},
): Promise<TestPartner> => {
	const { state = 'active', flows = 'referral-out,referral-in', agreed_to = '2027-12-31' } = changes
	const { agreed_from = '2026-01-01' } = changes
	const partner = { id: randomUUID(), sign: await makePair('sign'), seal: await makePair('seal') }
	await sql`insert into partner (id, name_ar, name_fr, name_en, kind, country, zone, hours, languages, agreement, agreed_from, agreed_to,
		flows, tlp_most, takes_personal, is_public, state, note, made, changed)
		values (${partner.id}, 'خط', 'Ligne', 'Hotline', 'hotline', 'FR', 'Europe/Paris', '24/7', 'fr', 'A-1', ${agreed_from}, ${agreed_to},
		${flows}, 'amber', false, false, ${state}, '', ${now}, ${now})`.execute(db)
	const verifiedBy = changes.isVerified === false ? null : randomUUID()
	for (const [use, { kid, public: text }] of [
		['sign', partner.sign],
		['seal', partner.seal],
	] as const)
		await sql`insert into partner_key (id, partner, use, kid, public, valid_from, brought_by, brought_at, verified_by)
			values (${randomUUID()}, ${partner.id}, ${use}, ${kid}, ${text}, '2026-01-01', ${randomUUID()}, ${now}, ${verifiedBy})`.execute(
			db,
		)
	return partner
}

/** Our public key with which messages to us are sealed. */
export const getSealKey = async (keys: OwnKeys): Promise<{ kid: string; key: CryptoKey }> => {
	const { keys: published } = await keys.publish()
	const jwk = published.find(({ crv }) => crv === 'X25519')
	const key = jwk && (await readPublicJwk(JSON.stringify(jwk), 'X25519'))
	if (!jwk || !key) throw new Error('no key to seal to')
	return { kid: jwk.kid, key }
}

/** A content as a partner makes it: any JSON, signed and sealed. */
export const sealAs = async (
	partner: TestPartner,
	keys: OwnKeys,
	content: unknown,
): Promise<Uint8Array<ArrayBuffer>> => {
	const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content))
	const sign = { kid: partner.sign.kid, key: partner.sign.privateKey }
	return new TextEncoder().encode(await sealPayload(bytes, { sign, seal: await getSealKey(keys) }))
}

/** Headers of a POST as a partner signs it. */
export const signAs = (
	partner: TestPartner,
	{ body, id, now, url = inboxUrl }: { body: Uint8Array<ArrayBuffer>; id: string; now: Date; url?: string },
): Promise<Record<string, string>> =>
	signRequest(
		{ url, type: 'application/jose', body, id },
		{ kid: partner.sign.kid, key: partner.sign.privateKey, now },
	)

export type TestChannel = {
	keys: OwnKeys
	/** The inbox itself. */
	receive: Inbox
	/** Sends a request as it stands. */
	post: (headers: Record<string, string>, body: Uint8Array<ArrayBuffer>, url?: string) => Promise<InboxAnswer>
	/** Seals, signs and sends a content. */
	send: (
		partner: TestPartner,
		content: unknown,
		id?: string,
	) => Promise<{ answer: InboxAnswer; body: Uint8Array<ArrayBuffer>; headers: Record<string, string> }>
	/** Opens what was sealed to the desk. */
	openSealed: (sealed: Uint8Array) => Promise<string>
}

type ChannelOptions = {
	dataDir: string
	now?: () => Date
	handlers?: Handlers<Transaction<Tables>>
	faultPoint?: (name: string) => void
	budget?: { perSecond: number; burst: number }
}

const plenty = { perSecond: 1e6, burst: 1e6 }

/** The channel of a desk whose epoch key the test holds. */
export const openTestChannel = async (
	db: Kysely<Tables>,
	{ dataDir, now = () => new Date(), handlers = {}, faultPoint, budget = plenty }: ChannelOptions,
): Promise<TestChannel> => {
	const keys = openOwnKeys(db, dataDir, now)
	const identity = await makeIdentity()
	const found = await toRecipient(identity)
	const recipient = found.ok ? found.value : ''
	const receive = createInbox<Transaction<Tables>>({
		db,
		keys,
		handlers,
		now,
		// Its days are not those of UTC, also in winter.
		zone: 'Europe/Paris',
		rates: createRates({ known: budget, unknown: budget }),
		transact: (work) => db.transaction().execute(work),
		getEpoch: () => Promise.resolve({ id: '2026-11', recipient }),
		...(faultPoint ? { faultPoint } : {}),
	})
	const post: TestChannel['post'] = (headers, body, url = inboxUrl) =>
		receive({
			method: 'POST',
			url,
			headers: { 'content-length': String(body.length), ...headers },
			readBody: (most) => Promise.resolve(body.length > most ? undefined : body),
		})
	return {
		keys,
		receive,
		post,
		send: async (partner, content, id = makeMessageId(now())) => {
			const body = await sealAs(partner, keys, content)
			const headers = await signAs(partner, { body, id, now: now() })
			return { answer: await post(headers, body), body, headers }
		},
		openSealed: async (sealed) => {
			const opened = await openText(sealed, identity)
			if (!opened.ok) throw new Error(`not opened: ${opened.code}`)
			return opened.value
		},
	}
}

export const channelStart = new Date('2026-11-29T10:00:00Z')

/** A database with one partner, the channel on it and a clock that the test moves on. */
export const openInbox = async (engine: EngineName, options: Partial<ChannelOptions> = {}) => {
	const { kysely: db } = await database(engine)
	let now = channelStart
	const channel = await openTestChannel(db, { dataDir: makeFolder(), now: () => now, ...options })
	const partner = await addPartner(db, channelStart)
	const pass = (seconds: number): void => void (now = new Date(now.getTime() + seconds * 1000))
	return { ...channel, db, partner, pass, now: () => now }
}

/** Reads the content of an answer. */
export const readAnswer = ({ body }: InboxAnswer): Record<string, unknown> =>
	JSON.parse(Buffer.from(body).toString()) as Record<string, unknown>

/** Status and code of a refusal. */
export const toRefusal = (answer: InboxAnswer): [number, unknown] => [
	answer.status,
	readAnswer(answer)['code'],
]

export const countMessages = async (db: Kysely<Tables>): Promise<number> => {
	const { rows } = await sql<{ count: number }>`select count(*)::int as count from exchange_message`.execute(
		db,
	)
	return rows[0]?.count ?? 0
}
