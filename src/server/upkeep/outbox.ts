/** Sends what is due to partners, and tells a person of what does not get through and cannot wait. */
import { hearFromAws } from '#domains/exchange/referrals/aws/server'
import { noteSilence, sendDue } from '#domains/exchange/referrals/outbox/server'
import { ring, type Config } from '#platform'
import { getReferralDesk } from '#server/desk/referrals/referral-desk'
import { getAws, getWays } from '#server/process/ways'

/** The work of the outbox: answers how many messages were tried. Whoever is on call is rung without a word of what it is about. */
export const createOutbox =
	({ pagerUrl }: Pick<Config, 'pagerUrl'>) =>
	async (): Promise<number> => {
		const desk = getReferralDesk()
		const { tried, urgent } = await sendDue(desk)
		await noteSilence(desk)
		if (urgent > 0 && pagerUrl !== undefined) await ring(pagerUrl)
		return tried
	}

/** Asks hosts that are asked how far they are. Answer: how many have come to an end. */
export const hearFromHosts = async (): Promise<number> =>
	getWays()['xarf-http'] ? hearFromAws(getReferralDesk(), getAws()) : 0
