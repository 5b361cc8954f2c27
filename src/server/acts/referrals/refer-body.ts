import { tlpLevels } from '#domains/exchange/partners'
import { mostPayload, urgencyLevels } from '#domains/exchange/referrals'
import * as v from 'valibot'
import { anId } from '../form-parts.ts'

const payload = v.pipe(v.string(), v.maxLength(mostPayload))

/** Fields that a page asks for on the way of a case to a partner. */
export const referBody = v.variant('to', [
	/** It gets its number, which stands in what leaves. */
	v.strictObject({
		to: v.literal('draft'),
		partner: anId,
		country: v.exactOptional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/u))),
		isPersonal: v.boolean(),
		urgency: v.picklist(urgencyLevels),
		tlp: v.picklist(tlpLevels),
	}),
	/** For a second person: only its digest comes here. */
	v.strictObject({
		to: v.literal('ask'),
		referral: anId,
		digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
	}),
	/** It leaves: here it is in clear for the length of this request. */
	v.strictObject({ to: v.literal('send'), referral: anId, payload }),
	v.strictObject({ to: v.literal('next'), referral: anId, payload }),
	v.strictObject({ to: v.literal('drop'), referral: anId }),
])
