import { mostDays } from '#domains/exchange/partners/keys'
import { makeToken, makeTransferKey } from '#domains/exchange/partners/keys/server'
import { readConfig } from '#platform'
import { getDirectory } from '#server/desk/partners/directory'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aText, getPartnerId, partnerKeyRefusals, part, readDays } from './partner-parts.ts'

/** Makes a secret for a partner that pulls by itself, or a key by which it fetches the zone, and shows it once. */
export const makeTokenAct = deskAction(
	{
		may: ['write', 'partner', 'all'],
		isFresh: true,
		form: v.object({ ...part, for: v.optional(v.picklist(['lists', 'zone']), 'lists'), days: aText(10) }),
		refusals: partnerKeyRefusals,
		keeps: ['part', 'days'],
		writes: ['partner/key-brought'],
	},
	async ({ for: what, days }, { staff, event }) => {
		const given = { partner: getPartnerId(event), days: readDays(days, mostDays), by: staff.id }
		if (what === 'lists') return { token: await makeToken(await getDirectory(), given) }
		const { dataDir } = readConfig()
		return { transferKey: await makeTransferKey(await getDirectory(), { ...given, dataDir }) }
	},
)
