import { randomUUID } from 'node:crypto'
import { AppError, languages, type Language } from '#base'
import { sql } from 'kysely'
import { findRoleConflict, isOfProgramme, isStaffRole, type StaffRole } from '../../role.ts'
import type { PeopleDatabase, PeopleQueries, PeopleTransaction } from '../people-tables.ts'
import { inTransaction } from './in-transaction.ts'

/** An account as its supervisor sees it: no secret, no time of a visit. */
export type PersonRecord = {
	id: string
	name: string
	language: Language
	disabled: boolean
	roles: StaffRole[]
	/** Region of their roles in the programme; none: the country. */
	region: string | undefined
	/** True when there is any way to sign in yet. */
	enrolled: boolean
	/** Time at which they got the oldest way to sign in that they have: an invitation takes all older ones. */
	enrolledAt: Date | undefined
}

/** Names are compared without regard to case, width or spaces around them. */
export const toNameKey = (name: string): string =>
	name
		.normalize('NFKC')
		.replace(/[\s\p{Cc}]+/gu, ' ')
		.trim()
		.toLowerCase()

const isName = (name: string): boolean => /^[\p{L}\p{M}\p{N} .'’-]{2,60}$/u.test(name)

const toLanguage = (language: string): Language => languages.find((known) => known === language) ?? 'fr'

/** @throws AppError `people.roles-conflict` */
export const checkRoles = (held: readonly StaffRole[]): void => {
	if (findRoleConflict(held))
		throw new AppError(
			'people.roles-conflict',
			409,
			'giving roles: two of them must not be held by one person',
		)
}

/** The region as it is kept: of the programme's roles only. */
const toRegion = (held: readonly StaffRole[], region: string | undefined): string | null =>
	(isOfProgramme({ roles: held }) ? region : undefined) ?? null

/** Everyone with an account, by name. */
export const listPeople = async (db: PeopleQueries): Promise<PersonRecord[]> => {
	const rows = await db
		.selectFrom('staff_user as person')
		.select(['person.id', 'person.name', 'person.language', 'person.disabled', 'person.region'])
		.select([
			sql<string[]>`array(select role from staff_role where user_id = person.id order by role)`.as('roles'),
			sql<Date | null>`least(
				(select min(created_at) from staff_passkey where user_id = person.id),
				(select min(created_at) from staff_account where user_id = person.id))`.as('enrolled_at'),
		])
		.orderBy('person.name_key')
		.execute()
	return rows.map(({ enrolled_at: enrolledAt, ...row }) => ({
		...row,
		enrolled: enrolledAt !== null,
		enrolledAt: enrolledAt ?? undefined,
		language: toLanguage(row.language),
		region: row.region ?? undefined,
		roles: row.roles.filter(isStaffRole),
	}))
}

/** One account; `undefined` when there is none. */
export const findPerson = async (db: PeopleQueries, id: string): Promise<PersonRecord | undefined> =>
	(await listPeople(db)).find((person) => person.id === id)

/**
 * Makes an account that nobody can sign in to yet: hand out an invitation next. Answer: its id.
 * @throws AppError `people.name-wrong`, `people.name-taken`, `people.roles-conflict`
 */
export const addPerson = async (
	db: PeopleDatabase | PeopleTransaction,
	{
		name,
		roles,
		language,
		region,
	}: { name: string; roles: readonly StaffRole[]; language: Language; region?: string | undefined },
	now: Date,
): Promise<string> => {
	const shown = name.normalize('NFKC').trim().replace(/\s+/gu, ' ')
	if (!isName(shown))
		throw new AppError(
			'people.name-wrong',
			400,
			'adding a person: the name has 2 to 60 letters, digits or spaces',
		)
	checkRoles(roles)
	const id = randomUUID()
	await inTransaction(db, async (trx) => {
		const added = await trx
			.insertInto('staff_user')
			.values({
				id,
				name: shown,
				name_key: toNameKey(shown),
				email: `${id}@staff.invalid`,
				email_verified: false,
				language,
				region: toRegion(roles, region),
				created_at: now,
				updated_at: now,
			})
			.onConflict((conflict) => conflict.column('name_key').doNothing())
			.returning('id')
			.executeTakeFirst()
		if (!added) throw new AppError('people.name-taken', 409, 'adding a person: there is one of this name')
		if (roles.length > 0)
			await trx
				.insertInto('staff_role')
				.values(roles.map((role) => ({ user_id: id, role })))
				.execute()
	})
	return id
}

const countSupervisors = async (db: PeopleQueries): Promise<number> =>
	(await listPeople(db)).filter(({ disabled, roles }) => !disabled && roles.includes('supervisor')).length

const keepSupervisor = async (trx: PeopleTransaction): Promise<void> => {
	if ((await countSupervisors(trx)) === 0)
		throw new AppError('people.last-supervisor', 409, 'changing people: one supervisor at least must stay')
}

type Held = { id: string; held: readonly StaffRole[]; region?: string | undefined }

/** Writes which roles a person holds, and no more: who may give them, and whether they go together, has been asked. */
export const writeRoles = async (trx: PeopleTransaction, { id, held, region }: Held): Promise<void> => {
	await trx.deleteFrom('staff_role').where('user_id', '=', id).execute()
	await trx
		.updateTable('staff_user')
		.set({ region: toRegion(held, region) })
		.where('id', '=', id)
		.execute()
	if (held.length > 0)
		await trx
			.insertInto('staff_role')
			.values(held.map((role) => ({ user_id: id, role })))
			.execute()
}

/**
 * Gives a person exactly these roles, those of the programme for a region or for the country, and ends their sessions, which
 * still hold the old ones.
 * @throws AppError `people.roles-conflict`, `people.last-supervisor`
 */
export const setRoles = async (
	db: PeopleDatabase | PeopleTransaction,
	{ id, held, region }: Held,
): Promise<void> => {
	checkRoles(held)
	await inTransaction(db, async (trx) => {
		await writeRoles(trx, { id, held, region })
		await keepSupervisor(trx)
		await trx.deleteFrom('staff_session').where('user_id', '=', id).execute()
	})
}

/**
 * Closes an account, with its sessions and its open invitation, or opens it again.
 * @throws AppError `people.last-supervisor`
 */
export const setDisabled = async (
	db: PeopleDatabase | PeopleTransaction,
	id: string,
	disabled: boolean,
	now: Date,
): Promise<void> => {
	await inTransaction(db, async (trx) => {
		await trx.updateTable('staff_user').set({ disabled, updated_at: now }).where('id', '=', id).execute()
		if (!disabled) return
		await keepSupervisor(trx)
		for (const table of ['staff_session', 'staff_invitation'] as const)
			await trx.deleteFrom(table).where('user_id', '=', id).execute()
	})
}

export const setLanguage = async (
	db: PeopleQueries,
	id: string,
	language: Language,
	now: Date,
): Promise<void> => {
	await db.updateTable('staff_user').set({ language, updated_at: now }).where('id', '=', id).execute()
}
