import { AppError } from '#base'
import { isRealDay } from '#domains/exchange/partners/agreement'
import { revocationReasons } from '#domains/exchange/partners/keys'
import { revokeKey } from '#domains/exchange/partners/keys/server'
import { getRevoking } from '#server/desk/partners/directory'
import * as v from 'valibot'
import { deskAction } from '../desk-action.ts'
import { anId } from '../form-parts.ts'
import { aText, getPartnerId, partnerKeyRefusals, part } from './partner-parts.ts'

/** The first moment of a day; none for now. @throws AppError `partner.key-since` */
const toSince = (day: string): Date | undefined => {
	if (day === '') return undefined
	if (!isRealDay(day)) throw new AppError('partner.key-since', 409, 'revoking a key: there is no such day')
	return new Date(`${day}T00:00:00Z`)
}

/** Takes a key out of use, for good. Whoever may compare keys may: it cannot wait for one person. */
export const revokeKeyAct = deskAction(
	{
		may: ['verify', 'partner', 'all'],
		isFresh: true,
		form: v.object({ ...part, key: anId, why: v.picklist(revocationReasons), since: aText(10) }),
		refusals: partnerKeyRefusals,
		keeps: ['part', 'key', 'why', 'since'],
		writes: ['partner/key-revoked', 'exchange/quarantined'],
	},
	async ({ key, why, since }, { staff, event }) => {
		const given = { partner: getPartnerId(event), key, why, since: toSince(since), by: staff.id }
		return { setApart: await revokeKey(getRevoking(), given) }
	},
)
