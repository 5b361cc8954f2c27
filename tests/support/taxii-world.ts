/** Partners that differ in what they may, a list that is published to some of them, and TAXII over it as the product answers it. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import {
	decideBatch,
	proposeIndicators,
} from '../../src/lib/domains/exchange/indicators/proposals/server/index.ts'
import type { Partner, PartnerKind, Tlp } from '../../src/lib/domains/exchange/partners/index.ts'
import { setDatabase } from '../../src/server/process/database.ts'
import { openTaxii, type TaxiiBudgets } from '../../src/server/public/indicators/taxii.ts'
import { openDeskOn } from './cases.ts'
import { database } from './database.ts'

const origin = 'https://desk.example'
const root = `${origin}/taxii2/exchange/`
export const type = 'application/taxii+json;version=2.1'

type Kind = {
	kind: PartnerKind
	tlp: Tlp
	state?: Partner['state']
	flows?: string
	agreedTo?: string
	revoked?: boolean
	verified?: boolean
}

/** Partners by what they may: the names say how they differ. */
export const kinds = {
	cert: { kind: 'cert', tlp: 'amber' },
	'cert-green': { kind: 'cert', tlp: 'green' },
	isp: { kind: 'isp', tlp: 'amber+strict' },
	platform: { kind: 'platform', tlp: 'amber' },
	'no-flow': { kind: 'cert', tlp: 'red', flows: 'referral-in' },
	'agreement-over': { kind: 'cert', tlp: 'red', agreedTo: '2025-01-01' },
	suspended: { kind: 'cert', tlp: 'red', state: 'suspended' },
	'key-revoked': { kind: 'cert', tlp: 'red', revoked: true },
	'key-of-one-person': { kind: 'cert', tlp: 'red', verified: false },
} as const satisfies Record<string, Kind>
export type Name = keyof typeof kinds

export const openTaxiiWorld = async () => {
	const opened = await database('pglite')
	setDatabase(opened)
	const db = opened.kysely
	const desk = openDeskOn(db)
	const [amal, hind] = [await desk.hire('Amal', 'analyst'), await desk.hire('Hind', 'analyst')]
	await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
		values (${randomUUID()}, ${hind.id}, 'credential', ${hind.id}, 'x', ${new Date(0)}, ${new Date(0)})`.execute(
		db,
	)
	const now = new Date()
	for (const [name, kind] of Object.entries<Kind>(kinds)) {
		const id = randomUUID()
		const text = {
			name_ar: name,
			name_fr: name,
			name_zgh: null,
			name_en: name,
			kind: kind.kind,
			country: 'FR',
			zone: 'Europe/Paris',
		}
		const agreed = { agreement: 'A-1', agreed_from: '2024-01-01', agreed_to: kind.agreedTo ?? null }
		await db
			.insertInto('partner')
			.values({
				id,
				...text,
				...agreed,
				hours: '',
				languages: 'fr',
				flows: kind.flows ?? 'indicators',
				tlp_most: kind.tlp,
				takes_personal: false,
				is_public: false,
				state: kind.state ?? 'active',
				note: '',
				made: now,
				changed: now,
			})
			.execute()
		const digest = createHash('sha256').update(`secret of ${name}`).digest('hex')
		await db
			.insertInto('partner_key')
			.values({
				id: randomUUID(),
				partner: id,
				use: 'token',
				kid: digest,
				public: digest,
				valid_from: new Date(0),
				valid_to: null,
				brought_by: amal.id,
				brought_at: now,
				verified_at: now,
				verified_by: kind.verified === false ? null : hind.id,
				revoked_at: kind.revoked === true ? new Date(0) : null,
				revoked_why: null,
			})
			.execute()
	}
	const publish = async (
		value: string,
		tlp: 'amber' | 'green',
		audiences: ('partners' | 'isps' | 'platforms')[],
	) => {
		const items = [{ kind: 'domain', value } as const]
		const { batch = '' } = await proposeIndicators(
			db,
			{ items, terms: { audiences, tlp, pap: 'green' }, never: new Set() },
			{ person: amal, now },
		)
		await decideBatch(db, { batch, grants: true, wait: 0 }, { person: hind, now })
	}
	await publish('amber-partners.example', 'amber', ['partners'])
	await publish('green-all.example', 'green', ['partners', 'isps', 'platforms'])
	await publish('amber-isps.example', 'amber', ['isps'])
	return { db, amal, hind, now }
}

const plenty = { perSecond: 1e6, burst: 1e6 }
let answerPartner = openTaxii()
/** Counts anew, with limits that a test does not meet unless it says so. */
export const limit = (limits: Partial<TaxiiBudgets>): void =>
	void (answerPartner = openTaxii({ known: plenty, unknown: plenty, sent: plenty, ...limits }))
type Ask = { who?: string; method?: string; body?: string; headers?: Record<string, string> }

export const ask = async (address: string, { who, method = 'GET', body, headers }: Ask = {}) => {
	const url = new URL(address, root)
	const shown = who === undefined ? {} : { authorization: `Basic ${btoa(`${who}:secret of ${who}`)}` }
	const all = { accept: type, ...(body === undefined ? {} : { 'content-type': type }), ...shown, ...headers }
	const answer = await answerPartner(
		new Request(url, { method, headers: all, ...(body === undefined ? {} : { body }) }),
		url,
	)
	const text = await answer.text()
	return {
		status: answer.status,
		headers: answer.headers,
		body: (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>,
	}
}

type Listed = { id: string; title: string; can_read: boolean; can_write: boolean }
export const listCollections = async (who: string): Promise<Listed[]> =>
	((await ask('collections/', { who })).body['collections'] ?? []) as Listed[]
