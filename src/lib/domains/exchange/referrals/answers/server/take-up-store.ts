import { AppError } from '#base'
import { notAllowed } from '#domains/cases/server'
import { may, type Person } from '#domains/people'
import type { ReferralDatabase } from '../../server/referral-tables.ts'
import { getLockedReferral, happen, type ReferralDesk } from '../../server/step-store.ts'
import { isReferralUnseen } from '../../server/unseen-store.ts'
import { mayRead } from './inbox-store.ts'

/**
 * Notes that somebody sees to what nobody had seen: no one is rung for it any more, and it stays marked until it is done.
 * @throws AppError `referral.no-move` when there is nothing to see to, or somebody does already; `referral.not-found`, `case.not-allowed`
 */
export const takeUpReferral = (
	desk: ReferralDesk & { db: ReferralDatabase },
	id: string,
	person: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getLockedReferral(trx, id)
		if (!may(person, 'send', 'referral', 'all') && !(await mayRead(trx, found, person)))
			throw notAllowed('seeing to a referral')
		if (!(await isReferralUnseen(trx, id)))
			throw new AppError(
				'referral.no-move',
				409,
				'seeing to a referral: somebody does, or nothing is to be done',
			)
		await happen({ trx, desk }, found, { event: 'taken-up', by: person.id, act: 'referral/by-hand' })
	})
