import { findFingerprint, overlapDays, toGroups } from '#domains/exchange/partners/keys'
import { deskActs } from '#server/acts/desk-acts'
import { requireMay } from '#server/desk/session'
import { getPartnerChannel } from '#server/process/exchange'
import type { PageServerLoad } from './$types'

const toDay = (at: Date): string => at.toISOString().slice(0, 10)

/** Lists our own keys for partners, as their fingerprints are read out over the telephone. */
export const load: PageServerLoad = async (event) => {
	requireMay(event, 'verify', 'partner', 'all')
	const [now, keys] = [new Date(), await getPartnerChannel().keys.list()]
	/** The one in use is the newest that has begun. */
	const inUse = new Set(
		(['sign', 'seal'] as const).map((use) => keys.find((key) => key.use === use && key.begins <= now)?.kid),
	)
	return {
		overlapDays,
		keys: keys.map(({ use, kid, begins, ends }) => ({
			use,
			kid,
			fingerprint: toGroups(findFingerprint({ use, kid, public: '' }) ?? ''),
			state: begins > now ? ('next' as const) : inUse.has(kid) ? ('now' as const) : ('last' as const),
			from: toDay(begins),
			to: ends && toDay(ends),
		})),
	}
}

export const actions = deskActs['/desk/partners/keys']
