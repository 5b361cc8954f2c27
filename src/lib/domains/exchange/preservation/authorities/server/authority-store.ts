import { AppError } from '#base'
import { recordActs, toQuarterHour } from '#domains/acts/server'
import type { Partner } from '#domains/exchange/partners'
import { findPartner } from '#domains/exchange/partners/server'
import { findPerson } from '#domains/people/server'
import { may, type Person } from '#domains/people'
import type { PreservationDesk, PreservationQueries } from '../../server/preservation-tables.ts'

/** `art35`: point of contact day and night (Budapest Convention, article 35); `central-authority`: articles 24 and 27. */
export type AuthorityLink = { person: string; partner: string; capacity: 'art35' | 'central-authority' }

/** The authority that a person stands for; `undefined` for everybody else. */
export const findAuthorityOf = async (
	db: PreservationQueries,
	person: string,
): Promise<AuthorityLink | undefined> => {
	const row = await db
		.selectFrom('preservation_authority')
		.select(['user_id', 'partner', 'capacity'])
		.where('user_id', '=', person)
		.executeTakeFirst()
	return row && { person: row.user_id, partner: row.partner, capacity: row.capacity }
}

/** Everybody who stands for an authority. */
export const listAuthorities = async (db: PreservationQueries): Promise<AuthorityLink[]> => {
	const rows = await db
		.selectFrom('preservation_authority')
		.select(['user_id', 'partner', 'capacity'])
		.orderBy('user_id')
		.execute()
	return rows.map(({ user_id: person, partner, capacity }) => ({ person, partner, capacity }))
}

/** A point of contact may be an office of the police or of the prosecution; a central authority is one. */
const mayBe = (kind: Partner['kind'], capacity: AuthorityLink['capacity']): boolean =>
	kind === 'central-authority' || (kind === 'police' && capacity === 'art35')

const wrongPerson = (): AppError =>
	new AppError('preservation.person', 409, 'linking to an authority: wanted somebody else, with that role')

/**
 * Says for which authority a person stands, in place of what was said before.
 *
 * @throws AppError `preservation.person` for oneself and for who has not the role, `preservation.authority` for a partner that is none of the kind,
 * `preservation.not-allowed`
 */
export const linkAuthority = (
	{ db, now }: PreservationDesk,
	{ person, partner, capacity }: AuthorityLink,
	by: Person,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		if (!may(by, 'change', 'person', 'all'))
			throw new AppError('preservation.not-allowed', 403, 'linking to an authority: not by this person')
		const [of, found] = [await findPerson(trx, person), await findPartner(trx, partner)]
		if (!of || of.disabled || person === by.id || !may(of, 'transmit', 'preservation')) throw wrongPerson()
		if (!found || !mayBe(found.kind, capacity))
			throw new AppError('preservation.authority', 409, 'linking to an authority: the partner is none')
		const row = { partner, capacity, set_by: by.id, at: toQuarterHour(now()) }
		await trx
			.insertInto('preservation_authority')
			.values({ user_id: person, ...row })
			.onConflict((conflict) => conflict.column('user_id').doUpdateSet(row))
			.execute()
		await recordActs(trx, [
			{ act: 'preservation/linked', by: by.id, at: now(), what: { person, partner, capacity } },
		])
	})

/** Takes it back. Who stood for no authority still does not. @throws AppError `preservation.not-allowed` */
export const unlinkAuthority = ({ db, now }: PreservationDesk, person: string, by: Person): Promise<void> =>
	db.transaction().execute(async (trx) => {
		if (!may(by, 'change', 'person', 'all'))
			throw new AppError('preservation.not-allowed', 403, 'unlinking from an authority: not by this person')
		const gone = await trx
			.deleteFrom('preservation_authority')
			.where('user_id', '=', person)
			.executeTakeFirst()
		if (gone.numDeletedRows > 0n)
			await recordActs(trx, [{ act: 'preservation/unlinked', by: by.id, at: now(), what: { person } }])
	})
