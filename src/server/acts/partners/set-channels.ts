import { channelFields, readChannels } from '#domains/exchange/partners/agreement'
import { setChannels } from '#domains/exchange/partners/agreement/server'
import { callBackMessages } from '#domains/exchange/referrals/outbox/server'
import { getReferralDatabase } from '#server/desk/referrals/referral-desk'
import { getDirectory } from '#server/desk/partners/directory'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aText, getPartnerId, part, throwRefusal, partnerVersion } from './partner-parts.ts'

const fields = channelFields.flatMap(({ kind, address }) => [kind, address])

/** Sets the ways to a partner, in the order in which they are tried. */
export const setChannelsAct = deskAction(
	{
		may: ['write', 'partner', 'all'],
		form: v.object({ ...part, ...partnerVersion, ...v.entriesFromList(fields, aText(600)) }),
		refusals: [
			'partner.channel-kind',
			'partner.channel-url',
			'partner.channel-aws',
			'partner.channel-mail',
			'partner.channel-office',
			'partner.ended',
			'partner.changed',
		],
		keeps: ['part', ...fields],
		writes: ['partner/changed'],
	},
	async (given, { staff, event }) => {
		const directory = await getDirectory()
		const channels = readChannels(given, directory.isDemonstration)
		if (!channels.ok) return throwRefusal(channels)
		const of = { id: getPartnerId(event), version: given.version, by: staff.id }
		const gone = await setChannels(directory, { ...of, to: channels.value })
		const calledBack = await callBackMessages(getReferralDatabase(), gone, directory.now())
		return { done: true as const, calledBack }
	},
)
