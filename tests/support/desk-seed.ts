/** A desk with someone in every role, signed in, and cases that all belong to one analyst. */
import { randomUUID } from 'node:crypto'
import { sql, type Kysely, type QueryExecutorProvider } from 'kysely'
import { hashReceiptToken } from '#domains/leaving'
import { roles, type StaffRole } from '#domains/people'
import { addPerson, openPeople, type People } from '#domains/people/server'
import type { Tables } from '../../src/server/process/database.ts'
import { seededVersion } from './partners.ts'

/** Someone with two sessions: one just opened, and one that was opened an hour ago. */
export type Seated = { id: string; fresh: string; stale: string }

export type Seed = {
	/**
	 * `colleague`: a second campaigner; `deputy`: a second lead of the programme; `newcomer`: whom the supervisor has given a role that waits, under
	 * their own id.
	 */
	people: Readonly<Record<StaffRole | 'owner' | 'spare' | 'colleague' | 'deputy' | 'newcomer', Seated>>
	/**
	 * Ids of cases in their first state, assigned to `owner`. Each has a note, a question to a second person and a dossier that has left under
	 * its own id, which is the token of the dossier too. A partner has the same id: active, reached on paper, with a secret of which nobody has
	 * compared the digest yet; the digest ends with the digits of the id, which is the key's too.
	 */
	cases: readonly string[]
}

const caseCount = 180

const openSession = async ({ auth }: People, personId: string): Promise<{ cookie: string; id: string }> => {
	const { headers, response } = await auth.api.openSession({
		body: { personId },
		headers: new Headers(),
		returnHeaders: true,
	})
	return { cookie: headers.getSetCookie()[0]?.split(';')[0] ?? '', id: response.id }
}

const seat = async (people: People, name: string, role: StaffRole): Promise<Seated> => {
	const id = await addPerson(people.db, { name, roles: [role], language: 'fr' }, new Date())
	const [fresh, stale] = [await openSession(people, id), await openSession(people, id)]
	await sql`update staff_session set created_at = now() - interval '1 hour' where id = ${stale.id}`.execute(
		people.db,
	)
	// So that no session is written to because it was used.
	await sql`update staff_session set updated_at = now() + interval '1 hour'`.execute(people.db)
	return { id, fresh: fresh.cookie, stale: stale.cookie }
}

/** Partners with these ids. */
export const seedPartners = async (
	db: QueryExecutorProvider,
	ids: readonly string[],
	by: string,
): Promise<void> => {
	await sql`insert into partner (id, name_ar, name_fr, name_en, kind, country, zone, hours, languages, agreement, agreed_from, agreed_to,
		flows, tlp_most, takes_personal, is_public, state, note, made, changed)
		select id, 'خط مثال', 'Ligne exemple', 'Example line', 'hotline', 'FR', 'Europe/Paris', '', 'fr', 'Convention 1',
			current_date - 100, current_date + 300, 'referral-out', 'amber', false, false, 'active', '', now(), ${seededVersion}::timestamptz
		from unnest(${ids}::uuid[]) as id`.execute(db)
	await sql`insert into partner_channel (id, partner, kind, address, place)
		select id, id, 'paper', 'Bureau 12', 1 from unnest(${ids}::uuid[]) as id`.execute(db)
	await sql`insert into partner_key (id, partner, use, kid, public, valid_from, valid_to, brought_by, brought_at)
		select id, id, 'token', digest, digest, now(), now() + interval '1 year', ${by}, now()
		from unnest(${ids}::uuid[]) as id, lateral (select lpad(replace(id::text, '-', ''), 64, '0') as digest) as digests`.execute(
		db,
	)
}

const seedCases = async (db: QueryExecutorProvider, owner: string): Promise<string[]> => {
	const ids = Array.from({ length: caseCount }, () => randomUUID()).sort()
	await sql`insert into desk_case (id, lane, opened, changed, status, assignee, version)
		select id, 'normal', date_trunc('hour', now()), date_trunc('hour', now()), 'received', ${owner}, 1
		from unnest(${ids}::uuid[]) as id`.execute(db)
	await sql`insert into case_report (report, epoch, case_id)
		select gen_random_uuid(), 'demo-2026-11', id from desk_case`.execute(db)
	await sql`insert into case_note (id, case_id, epoch, sealed, by, at)
		select id, id, 'demo-2026-11', ${Buffer.from('age-encryption.org/v1\n')}, ${owner}, now() from desk_case`.execute(
		db,
	)
	await sql`insert into approval (id, act, subject, digest, asked_by, asked_at, state)
		select id, 'classify-illegal', id, repeat('0', 64), ${owner}, now(), 'asked' from desk_case`.execute(db)
	await sql`insert into dossier (id, case_id, manifest, token_hash, approval, by, at)
		select id, id, repeat('0', 64), hash, id, ${owner}, date_trunc('hour', now())
		from unnest(${ids}::uuid[], ${ids.map(hashReceiptToken)}::text[]) as left_of (id, hash)`.execute(db)
	await seedPartners(db, ids, owner)
	return ids
}

/** Gives somebody a way in, and a role that waits for a second person. */
const seedRoleAsk = async (
	db: QueryExecutorProvider,
	{ id, by }: { id: string; by: string },
): Promise<void> => {
	await sql`insert into staff_account (id, account_id, provider_id, user_id, password, created_at, updated_at)
		values (${randomUUID()}, ${id}, 'credential', ${id}, 'x', now(), now())`.execute(db)
	await sql`insert into staff_role_ask (id, user_id, roles, asked_by, asked_at)
		values (${id}, ${id}, '["key-officer"]', ${by}, date_trunc('hour', now()))`.execute(db)
}

export const seedDesk = async (
	db: Kysely<Tables>,
	{ dataDir, origin }: { dataDir: string; origin: string },
): Promise<Seed> => {
	const people = await openPeople({ kysely: db, dataDir, origin, now: () => new Date() })
	const seated: Partial<Record<keyof Seed['people'], Seated>> = {}
	for (const role of roles) seated[role] = await seat(people, `Personne ${role}`, role)
	seated.owner = await seat(people, 'Personne owner', 'analyst')
	seated.spare = await seat(people, 'Personne spare', 'statistician')
	seated.colleague = await seat(people, 'Personne colleague', 'campaigner')
	seated.deputy = await seat(people, 'Personne deputy', 'programme-lead')
	seated.newcomer = await seat(people, 'Personne newcomer', 'statistician')
	await seedRoleAsk(db, { id: seated.newcomer.id, by: seated.supervisor?.id ?? '' })
	const cases = await seedCases(db, seated.owner.id)
	return { people: seated as Seed['people'], cases }
}
