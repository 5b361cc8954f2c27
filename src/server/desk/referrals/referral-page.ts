/** Builds pages about referrals from their rooms. */
import type { Language } from '#base'
import { toReference } from '#domains/cases'
import { listPartners } from '#domains/exchange/partners/server'
import { findDeadline, getTurn } from '#domains/exchange/referrals'
import { findReferral } from '#domains/exchange/referrals/server'
import { may, type Person } from '#domains/people'
import type { PersonRecord } from '#domains/people/server'
import { getReferralDatabase } from './referral-desk.ts'
import { getReferralRights } from './referral-rights.ts'

/** Names of partners by id, in a language; where there is none in it, the French one. */
export const findPartnerNames = async (language: Language): Promise<ReadonlyMap<string, string>> =>
	new Map(
		(await listPartners(getReferralDatabase())).map(({ id, names }) => [id, names[language] ?? names.fr]),
	)

type Clocks = Pick<
	NonNullable<Awaited<ReturnType<typeof findReferral>>>['referral'],
	'state' | 'urgency' | 'acknowledge_by' | 'outcome_by'
>

/** When an answer is due; `undefined` when none is waited for. */
export const findAnswerDue = ({ state, urgency, acknowledge_by, outcome_by }: Clocks): Date | undefined => {
	const deadline = findDeadline(state, urgency)
	return (deadline && (deadline === 'acknowledge' ? acknowledge_by : outcome_by)) ?? undefined
}

/** A receipt is handed out as it is kept: request and answer of the partner, signed. */
const toBase64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64')

/** Everything of a referral that this person may see; `undefined` when there is none, or it is not theirs. */
export const getReferralPage = async (
	id: string,
	staff: Person,
	{ people, language }: { people: ReadonlyMap<string, PersonRecord>; language: Language },
) => {
	const found = await findReferral(getReferralDatabase(), id)
	if (!found) return undefined
	const { referral, steps, messages } = found
	const rights = await getReferralRights(staff, found)
	if (!may(staff, 'read', 'referral', 'all') && !rights.words) return undefined
	return {
		id,
		ref: referral.ref,
		direction: referral.direction,
		state: referral.state,
		urgency: referral.urgency,
		tlp: referral.tlp,
		digest: referral.digest ?? undefined,
		turn: getTurn(referral.state, referral.direction),
		partner: (await findPartnerNames(language)).get(referral.partner) ?? '–',
		country: referral.country ?? undefined,
		due: findAnswerDue(referral),
		isTold: referral.told_at !== null && referral.state !== 'closed',
		outcome: referral.outcome ?? undefined,
		peerRef: referral.peer_ref ?? undefined,
		case:
			referral.case_id === null
				? undefined
				: { id: referral.case_id, reference: toReference(referral.case_id) },
		steps: steps.map((step) => ({
			id: step.id,
			event: step.event,
			code: step.code ?? undefined,
			at: step.at,
			by: step.by === null ? undefined : (people.get(step.by)?.name ?? '–'),
			hasWords: step.sealed !== null || step.message !== null,
		})),
		messages: messages.map((message) => ({
			id: message.id,
			state: message.state,
			channel: message.channel_kind,
			at: message.at,
			attempts: message.attempts,
			fault: message.fault ?? undefined,
			next: message.next_at,
			digest: message.digest,
			receipt: message.receipt === null ? undefined : toBase64(message.receipt),
		})),
		rights,
	}
}
