import { openPartnerCase } from '#domains/cases/work/server'
import type { Person } from '#domains/people'
import type { ReferralDatabase } from '../../server/referral-tables.ts'
import { getLockedReferral, happen, type ReferralDesk } from '../../server/step-store.ts'
import { checkReads, wrongWay } from './inbox-store.ts'

/**
 * Makes a case of what a partner referred, with what it says as a note that the browser has sealed.
 * @returns the id of the case
 * @throws AppError `referral.not-found`, `referral.no-move` when it has one, `case.not-allowed`, `case.not-sealed`
 */
export const fileReferral = (
	desk: ReferralDesk & { db: ReferralDatabase },
	{ id, note }: { id: string; note: { epoch: string; sealed: Uint8Array } },
	person: Person,
): Promise<string> =>
	desk.db.transaction().execute(async (trx) => {
		checkReads(person)
		const found = await getLockedReferral(trx, id)
		if (found.direction !== 'in' || found.case_id !== null || found.state === 'closed') throw wrongWay()
		const lane = found.urgency === 'imminent-risk' ? 'danger' : 'normal'
		const made = await openPartnerCase(trx, desk, { lane, note, by: person.id })
		await happen({ trx, desk }, found, {
			event: 'filed',
			by: person.id,
			act: 'referral/filed',
			set: { case_id: made, told_at: null },
		})
		return made
	})
