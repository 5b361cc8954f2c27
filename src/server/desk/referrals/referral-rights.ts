import { getRelation } from '#domains/cases/server'
import { findCase } from '#domains/cases/work/server'
import { outcomeCodes } from '#domains/exchange/channel'
import { findNextState, toEvent } from '#domains/exchange/referrals'
import { handMoves } from '#domains/exchange/referrals/answers/server'
import { isReferralUnseen, type findReferral } from '#domains/exchange/referrals/server'
import { may, type Person } from '#domains/people'
import { getReferralDatabase } from './referral-desk.ts'

type Found = NonNullable<Awaited<ReturnType<typeof findReferral>>>

/** Rights of this person on a referral as it stands. */
export const getReferralRights = async (staff: Person, { referral }: Found) => {
	const sends = may(staff, 'send', 'referral', 'all')
	const of = referral.case_id === null ? undefined : await findCase(getReferralDatabase(), referral.case_id)
	const relation = of ? getRelation(of.desk, staff) : 'assigned'
	const writes = may(staff, 'write', 'referral', relation)
	const isIn = referral.direction === 'in'
	const isOpen = referral.state !== 'closed'
	return {
		/** Outcomes that can be noted by hand now. */
		outcomes:
			sends && !isIn
				? outcomeCodes.filter((code) => findNextState(referral.state, toEvent(code)) !== undefined)
				: [],
		moves: sends ? handMoves.filter((to) => findNextState(referral.state, to) !== undefined) : [],
		link: sends && !isIn && isOpen && (referral.outcome_by ?? new Date(0)) > new Date(),
		nextChannel: writes && !isIn && findNextState(referral.state, 'next-channel') !== undefined,
		words: writes,
		makeCase: writes && isIn && isOpen && referral.case_id === null,
		/** A draft of this person, whose text may be open in no tab any more. */
		drop: writes && referral.by === staff.id && findNextState(referral.state, 'dropped') !== undefined,
		reply: writes && isIn && isOpen,
		note: writes && isOpen && referral.peer_ref !== null && !['draft', 'review'].includes(referral.state),
		/** The case whose reporters must be open, so that what is written here is held against their words. */
		heldAgainst: of && of.reports.length > 0 ? of.desk.id : undefined,
		/** Somebody must see to it, and nobody does yet. */
		takeUp: (sends || writes) && (await isReferralUnseen(getReferralDatabase(), referral.id)),
	}
}
