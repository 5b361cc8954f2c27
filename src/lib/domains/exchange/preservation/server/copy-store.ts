/** Copies of what a request says: one for each reader, sealed in a browser to their own key. */
import { AppError } from '#base'
import { recordActs } from '#domains/acts/server'
import { listAuthorities } from '#domains/exchange/preservation/authorities/server'
import { listPeople } from '#domains/people/server'
import { listRecipients } from '#domains/people/server/keys'
import { may, type Person } from '#domains/people'
import type { PreservationDesk, PreservationQueries, PreservationTransaction } from './preservation-tables.ts'
import { addStep, getLockedRequest, requestNotAllowed } from './request-rows.ts'
import { findStanding, maySeeRequest } from './standing.ts'

/** A copy of the form, sealed to one person's own key. */
export type SealedCopy = { person: string; sealed: Uint8Array }

/** Someone who may have a copy, and the key it is sealed to. */
export type CopyReader = { person: string; name: string; recipient: string; isAuthority: boolean }

/**
 * Who may read what a request says: who drafts it, supervisors and liaisons, and who stands for its authority, as far as they have a key of
 * their own.
 */
export const listCopyReaders = async (
	db: PreservationQueries,
	{ partner, draftedBy }: { partner: string; draftedBy: string },
): Promise<CopyReader[]> => {
	const [people, keys, links] = [await listPeople(db), await listRecipients(db), await listAuthorities(db)]
	const ofAuthority = new Set(links.filter((link) => link.partner === partner).map(({ person }) => person))
	return people.flatMap((one) => {
		const recipient = keys.get(one.id)
		const isAuthority = ofAuthority.has(one.id) && may(one, 'transmit', 'preservation')
		const isOfDesk = one.roles.includes('supervisor') || one.roles.includes('liaison') || one.id === draftedBy
		return recipient === undefined || one.disabled || !(isAuthority || isOfDesk)
			? []
			: [{ person: one.id, name: one.name, recipient, isAuthority }]
	})
}

/** Bytes of the longest copy: one of the sizes of a report, with what age adds. */
const longestCopy = 70_000
const ageHeader = 'age-encryption.org/v1\n'
const isSealed = (bytes: Uint8Array): boolean =>
	bytes.length <= longestCopy &&
	Buffer.from(bytes.subarray(0, ageHeader.length)).toString('latin1') === ageHeader

/** @throws AppError `preservation.not-sealed`, `preservation.readers` */
export const checkCopies = (copies: readonly SealedCopy[], readers: readonly CopyReader[]): void => {
	if (!copies.every(({ sealed }) => isSealed(sealed)))
		throw new AppError('preservation.not-sealed', 400, 'keeping a request: wanted age files of at most 70 kB')
	const known = new Set(readers.map(({ person }) => person))
	const named = new Set(copies.map(({ person }) => person))
	if (named.size !== copies.length || copies.length === 0 || ![...named].every((one) => known.has(one)))
		throw new AppError(
			'preservation.readers',
			409,
			'keeping a request: copies are for other persons than may read it',
		)
}

/** Keeps copies; one that is there stays, unless its person has made another key since. */
export const keepCopies = async (
	trx: PreservationTransaction,
	{ request, of, copies }: { request: string; of: string | undefined; copies: readonly SealedCopy[] },
): Promise<void> => {
	const keys = await listRecipients(trx)
	for (const { person, sealed } of copies) {
		const row = { recipient: keys.get(person) ?? '', sealed: Buffer.from(sealed) }
		await trx
			.insertInto('preservation_copy')
			.values({ request, user_id: person, case_id: of ?? null, ...row })
			.onConflict((conflict) =>
				conflict
					.columns(['request', 'user_id'])
					.doUpdateSet(row)
					.where('preservation_copy.recipient', '<>', row.recipient),
			)
			.execute()
	}
}

/**
 * Hands on copies that somebody who reads the request has sealed for those who cannot yet. Each reader compares what they open
 * with the digest of the request.
 *
 * @throws AppError `preservation.not-allowed`, `preservation.not-found`, `preservation.not-sealed`, `preservation.readers`
 */
export const shareRequest = (
	{ db, now }: PreservationDesk,
	{ id, copies }: { id: string; copies: readonly SealedCopy[] },
	by: Person,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		const found = await getLockedRequest(trx, id)
		if (!maySeeRequest(await findStanding(trx, by), found)) throw requestNotAllowed('handing on a request')
		checkCopies(copies, await listCopyReaders(trx, found))
		await keepCopies(trx, { request: id, of: found.case, copies })
		const at = now()
		await addStep(trx, id, { step: { kind: 'share', by: by.id }, now: at })
		const people = copies.map(({ person }) => person)
		await recordActs(trx, [
			{
				act: 'preservation/shared',
				by: by.id,
				at,
				what: { request: id, people },
				...(found.case === undefined ? {} : { case: found.case }),
			},
		])
	})
