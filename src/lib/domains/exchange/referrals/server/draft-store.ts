/** A referral until two persons have agreed to it: its number, its second person. */
import { randomUUID } from 'node:crypto'
import { toQuarterHour } from '#domains/acts/server'
import type { Person } from '#domains/people'
import type { Pap, Tlp } from '../../partners/index.ts'
import type { UrgencyLevel } from '../urgency.ts'
import { toPap } from '../origin.ts'
import {
	checkOrigins,
	checkOwnCase,
	getOwnDraft,
	getPartner,
	takeNumber,
	type SendingDesk,
} from './referred.ts'
import { mustHappen } from './step-store.ts'

/** Draft of a referral: what an agreement cares for, and nothing of what is said. */
type NewReferral = {
	case: string
	partner: string
	country: string | undefined
	isPersonal: boolean
	urgency: UrgencyLevel
	tlp: Tlp
}

/**
 * Begins a referral and gives it its number, which stands in what leaves with `pap`.
 * @throws AppError `case.not-found`, `case.not-allowed`, `referral.<hindrance>`, `referral.origin` where a partner has marked more strictly what the case comes from
 */
export const draftReferral = (
	desk: SendingDesk,
	draft: NewReferral,
	person: Person,
): Promise<{ id: string; ref: string; pap: Pap }> =>
	desk.db.transaction().execute(async (trx) => {
		await checkOwnCase(trx, draft.case, person)
		await getPartner(trx, desk, draft)
		const pap = toPap(await checkOrigins(trx, draft))
		const now = desk.now()
		const [id, ref] = [randomUUID(), await takeNumber(trx, Number(desk.today.slice(0, 4)))]
		await trx
			.insertInto('referral')
			.values({
				id,
				ref,
				direction: 'out',
				case_id: draft.case,
				partner: draft.partner,
				by: person.id,
				country: draft.country ?? null,
				urgency: draft.urgency,
				tlp: draft.tlp,
				pap,
				state: 'draft',
				subject: draft.isPersonal ? 'account' : 'address',
				acknowledge_by: null,
				outcome_by: null,
				outcome: null,
				digest: null,
				approval: null,
				peer_ref: null,
				message: null,
				answer_hash: null,
				at: toQuarterHour(now),
				changed: toQuarterHour(now),
			})
			.execute()
		return { id, ref, pap }
	})

/**
 * Puts a draft before a second person: of what leaves only the digest is known here.
 * @throws AppError `referral.no-move`, and as {@link draftReferral}
 */
export const askReferral = (
	desk: SendingDesk,
	{ digest, ...of }: { id: string; case: string; digest: string },
	person: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getOwnDraft(trx, of, person)
		await mustHappen({ trx, desk }, found, { event: 'asked', by: person.id, set: { digest } })
	})

/** Lets a draft go that nobody sends. @throws AppError `referral.no-move`, and as {@link askReferral} */
export const dropReferral = (
	desk: SendingDesk,
	of: { id: string; case: string },
	person: Person,
): Promise<void> =>
	desk.db.transaction().execute(async (trx) => {
		const found = await getOwnDraft(trx, of, person)
		await mustHappen({ trx, desk }, found, { event: 'dropped', by: person.id })
	})
