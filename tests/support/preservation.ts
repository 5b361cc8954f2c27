/** People, partners and keys for tests of requests to keep data. Everybody and every authority is invented. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { makeIdentity, toRecipient } from '../../src/lib/tools/seal/sealed/index.ts'
import type { Person } from '../../src/lib/domains/people/index.ts'
import type { NewRequest } from '../../src/lib/domains/exchange/preservation/server/draft-store.ts'
import type { PreservationDatabase } from '../../src/lib/domains/exchange/preservation/server/preservation-tables.ts'

const start = new Date('2026-11-26T09:20:00Z')

/** Adds a partner that agrees to everything until the end of 2027. Answer: its id. */
export const addPartner = async (
	db: PreservationDatabase,
	kind = 'police',
	more: { agreed_to?: string; flows?: string; state?: 'active' | 'suspended' } = {},
): Promise<string> => {
	const id = randomUUID()
	await db
		.insertInto('partner')
		.values({
			id,
			kind,
			name_ar: 'سلطة مخترعة',
			name_fr: 'Autorité inventée',
			name_zgh: null,
			name_en: 'An invented authority',
			country: 'MA',
			zone: 'Africa/Casablanca',
			hours: '',
			languages: 'ar,fr',
			agreement: 'A-1',
			agreed_from: '2026-01-01',
			agreed_to: '2027-12-31',
			flows: 'preservation',
			tlp_most: 'amber',
			takes_personal: true,
			is_public: false,
			state: 'active',
			note: '',
			made: start,
			changed: start,
			...more,
		})
		.execute()
	return id
}

/** Gives a person a key of their own that no test opens. Answer: what one seals to. */
export const giveKey = async (db: PreservationDatabase, person: string): Promise<string> => {
	const recipient = await toRecipient(await makeIdentity())
	if (!recipient.ok) throw new Error('no recipient')
	await sql`insert into staff_key (user_id, recipient, signing_key, wrapped, made_hour)
		values (${person}, ${recipient.value}, 'x', 'x', ${start})
		on conflict (user_id) do update set recipient = excluded.recipient`.execute(db)
	return recipient.value
}

export const sealedBytes = Buffer.from('age-encryption.org/v1\nsealed')

/** A draft for this partner with copies for these persons. */
export const makeDraft = (partner: string, readers: readonly Pick<Person, 'id'>[]): NewRequest => ({
	case: undefined,
	partner,
	provider: 'Example Corp',
	country: 'FR',
	instrument: 'budapest-29',
	urgency: 'normal',
	digest: 'ab'.repeat(32),
	after: undefined,
	copies: readers.map(({ id: person }) => ({ person, sealed: sealedBytes })),
})

/** Adds a draft under an id that a test knows already, with nothing sealed. */
export const addRequestRow = async (db: PreservationDatabase, id: string): Promise<void> => {
	await db
		.insertInto('preservation')
		.values({
			id,
			ref: 'P-2026-9001',
			case_id: null,
			partner: await addPartner(db),
			provider: 'Example Corp',
			country: 'FR',
			instrument: 'budapest-29',
			urgency: 'normal',
			state: 'draft',
			digest: 'ab'.repeat(32),
			after: null,
			drafted_by: id,
			drafted: '2026-11-26',
			transmitted: null,
			ack_due: null,
			changed: start,
			version: 1,
		})
		.execute()
}
