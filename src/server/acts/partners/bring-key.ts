import { mostDays } from '#domains/exchange/partners/keys'
import { bringKey } from '#domains/exchange/partners/keys/server'
import { getDirectory } from '#server/desk/partners/directory'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { aText, getPartnerId, partnerKeyRefusals, part, readDays } from './partner-parts.ts'

/** Keeps a public key that a partner has handed over: it counts once somebody else has compared it. */
export const bringKeyAct = deskAction(
	{
		may: ['write', 'partner', 'all'],
		form: v.object({
			...part,
			use: v.picklist(['sign', 'seal', 'pgp']),
			text: aText(60_000),
			days: aText(10),
		}),
		refusals: partnerKeyRefusals,
		keeps: ['part', 'use', 'text', 'days'],
		writes: ['partner/key-brought'],
	},
	async ({ use, text, days }, { staff, event }) => {
		const key = { use, text: text.trim(), days: readDays(days, mostDays) }
		await bringKey(await getDirectory(), { partner: getPartnerId(event), ...key, by: staff.id })
		return { done: true as const }
	},
)
