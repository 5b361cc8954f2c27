import { recordActs } from '#domains/acts/server'
import type { Person } from '#domains/people'
import { checkOwnCase } from '../../server/referred.ts'
import type { ReferralDatabase } from '../../server/referral-tables.ts'

/**
 * Writes down, before it is done, that somebody has registries asked about a host of a case. The host is not written down.
 * @throws AppError `case.not-found`, `case.not-allowed`
 */
export const noteLookup = (
	{ db, now }: { db: ReferralDatabase; now: () => Date },
	of: string,
	person: Person,
): Promise<void> =>
	db.transaction().execute(async (trx) => {
		await checkOwnCase(trx, of, person)
		await recordActs(trx, [{ act: 'referral/host-asked', by: person.id, at: now(), case: of }])
	})
