import { AppError } from '#base'
import { verifyKey } from '#domains/exchange/partners/keys/server'
import { getDirectory } from '#server/desk/partners/directory'
import { findSecondFrom } from '#server/desk/second'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { aText, getPartnerId, partnerKeyRefusals, part } from './partner-parts.ts'

/** Says, as the second person, that a key is the partner's: its fingerprint was heard over another way. */
export const verifyKeyAct = deskAction(
	{
		may: ['verify', 'partner', 'all'],
		isFresh: true,
		form: v.object({ ...part, key: anId, typed: aText(200), replaces: aText(3) }),
		refusals: partnerKeyRefusals,
		keeps: ['part', 'key', 'typed', 'replaces'],
		writes: ['partner/key-verified'],
	},
	async ({ key, typed, replaces }, { staff, event }) => {
		if (await findSecondFrom(event.url, staff.id))
			throw new AppError(
				'partner.second-person',
				403,
				'comparing a key: this person has enrolled a moment ago',
			)
		const given = { key, typed, replaces: replaces === 'yes', by: staff.id }
		await verifyKey(await getDirectory(), { partner: getPartnerId(event), ...given })
		return { done: true as const }
	},
)
