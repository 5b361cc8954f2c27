/** The part of the page of a case that is about partners: what was referred, and whom it could be referred to. */
import type { Language } from '#base'
import { listPartners } from '#domains/exchange/partners/server'
import { findLetter, isOutcomeCode } from '#domains/exchange/referrals'
import { listWayKinds } from '#domains/exchange/referrals/outbox/server'
import { listOrigins, listReferralsOfCase } from '#domains/exchange/referrals/server'
import type { NoticeSender } from '#domains/leaving'
import { mayAskRegistries } from './host-lookup.ts'
import { findPartnerNames } from './referral-page.ts'
import { getReferralDatabase, getReferralDesk } from './referral-desk.ts'

type Page = { desk: { id: string }; rights: { refer: boolean }; notice: { sender: NoticeSender } }

/** Partners stand in it for who may refer this case: what was agreed with each decides in the browser, before anything is asked. */
export const getReferPart = async ({ desk: { id }, rights, notice }: Page, language: Language) => {
	const db = getReferralDatabase()
	const referrals = await listReferralsOfCase(db, id)
	const names = referrals.length > 0 ? await findPartnerNames(language) : new Map<string, string>()
	const { ways, today } = getReferralDesk()
	return {
		referrals: referrals.map(
			({ id: referral, ref, state, outcome, partner, direction, urgency, told_at, approval }) => ({
				id: referral,
				ref,
				state,
				direction,
				partner: names.get(partner) ?? '–',
				partnerId: partner,
				wasSent: approval !== null,
				urgency,
				isTold: told_at !== null && state !== 'closed',
				outcome: outcome !== null && isOutcomeCode(outcome) ? outcome : undefined,
				// Who referred it to us is told by an answer of the channel: no child waits for a letter about it.
				letter:
					direction === 'out' && outcome !== null && isOutcomeCode(outcome) ? findLetter(outcome) : undefined,
			}),
		),
		refer: rights.refer
			? {
					partners: (await listPartners(db)).map((partner) => ({
						...partner,
						note: '',
						name: partner.names[language] ?? partner.names.fr,
					})),
					ways: listWayKinds(ways),
					today,
					origins: await listOrigins(db, id),
					sender: notice.sender,
					mayLookUp: await mayAskRegistries(),
				}
			: undefined,
	}
}
