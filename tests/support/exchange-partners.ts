/** Partners in a database, each with an agreement and a secret that two persons have compared. */
import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Flow, PartnerKind, Tlp } from '../../src/lib/domains/exchange/partners/index.ts'
import type { Database } from '../../src/lib/platform/server/database/database.ts'
import type { Tables } from '../../src/server/process/database.ts'

type Terms = {
	kind: PartnerKind
	tlpMost?: Tlp
	flows?: readonly Flow[]
	state?: string
	agreedTo?: string
	isRevoked?: boolean
}

/** Makes a partner whose secret is `secret of <name>`. Answer: its id. */
export const addExchangePartner = async (
	{ kysely }: Pick<Database<Tables>, 'kysely'>,
	name: string,
	{
		kind,
		tlpMost = 'amber',
		flows = ['indicators', 'hashes'],
		state = 'active',
		agreedTo,
		isRevoked = false,
	}: Terms,
): Promise<string> => {
	const partner = randomUUID()
	const since = new Date('2026-01-01T00:00:00Z')
	const digest = createHash('sha256').update(`secret of ${name}`).digest('hex')
	await sql`insert into partner (id, name_ar, name_fr, name_en, kind, country, zone, hours, languages, agreement, agreed_from, agreed_to,
		flows, tlp_most, takes_personal, is_public, state, note, made, changed) values (${partner}, ${name}, ${name}, ${name}, ${kind}, 'MA',
		'UTC', '', 'fr', 'A-1', '2026-01-01', ${agreedTo ?? null}, ${flows.join(',')}, ${tlpMost}, false, false, ${state}, '', ${since}, ${since})`.execute(
		kysely,
	)
	await sql`insert into partner_key (id, partner, use, kid, public, valid_from, brought_by, brought_at, verified_by, verified_at, revoked_at)
		values (gen_random_uuid(), ${partner}, 'token', ${digest}, ${digest}, ${since}, gen_random_uuid(), ${since}, gen_random_uuid(), ${since},
		${isRevoked ? since : null})`.execute(kysely)
	return partner
}
