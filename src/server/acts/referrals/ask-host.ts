import { noteLookup } from '#domains/exchange/referrals/hosts/server'
import { getId } from '#server/desk/case-desk'
import { askWhoHosts } from '#server/desk/referrals/host-lookup'
import { getReferralDesk } from '#server/desk/referrals/referral-desk'
import { isHostName } from '#tools/dns-filter'
import { isIP } from 'node:net'
import * as v from 'valibot'
import { getOwnCase } from '../case/case-act.ts'
import { deskEndpoint } from '../desk-action.ts'
import { referralRefusals } from './refusals.ts'

const isHost = (text: string): boolean => isHostName(text) || isIP(text.replace(/^\[|\]$/gu, '')) !== 0

/** Has registries asked who hosts a link: their host name or address leaves this machine, so it is written down before. */
export const askHostAct = deskEndpoint(
	{
		may: ['write', 'referral'],
		body: v.strictObject({ host: v.pipe(v.string(), v.maxLength(253), v.check(isHost)) }),
		refusals: referralRefusals,
		writes: ['referral/host-asked'],
	},
	async ({ host }, { staff, event }) => {
		const [desk, id] = [getReferralDesk(), getId(event.params['id'] ?? '')]
		await getOwnCase({ desk, id, staff }, ['write', 'referral'])
		return askWhoHosts(host, () => noteLookup(desk, id, staff))
	},
)
