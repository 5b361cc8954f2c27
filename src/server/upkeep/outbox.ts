/** Sends what is due to partners, and notes who of them is silent; who must know of what cannot wait is rung by the pager. */
import { hearFromAws } from '#domains/exchange/referrals/aws/server'
import { noteSilence, sendDue } from '#domains/exchange/referrals/outbox/server'
import { getReferralDesk } from '#server/desk/referrals/referral-desk'
import { getAws, getWays } from '#server/process/ways'

/** The work of the outbox: answers how many messages were tried. */
export const sendToPartners = async (): Promise<number> => {
	const desk = getReferralDesk()
	const { tried } = await sendDue(desk)
	await noteSilence(desk)
	return tried
}

/** Asks hosts that are asked how far they are. Answer: how many have come to an end. */
export const hearFromHosts = async (): Promise<number> =>
	getWays()['xarf-http'] ? hearFromAws(getReferralDesk(), getAws()) : 0
