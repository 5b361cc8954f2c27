import { isAccountAddress } from '../personal.ts'
import { readReferralPayload, toPayloadDigest, type ReferralPayload } from '../payload.ts'
import { toWireUrgency } from '../urgency.ts'
import { refuseReferral } from './referred.ts'
import type { ReferralRow } from './step-store.ts'

const isPersonal = ({ accounts, locations }: ReferralPayload['body']['report']['notice']): boolean =>
	accounts.length > 0 || locations.some(isAccountAddress)

/** True when what was sealed for two is the referral that it says it is. */
const isOf = (found: ReferralRow, { ref, body }: ReferralPayload): boolean =>
	ref === found.ref &&
	body.urgency === toWireUrgency(found.urgency) &&
	body.tlp === found.tlp &&
	body.pap === found.pap &&
	(body.report.country_code ?? null) === found.country &&
	isPersonal(body.report.notice) === (found.subject === 'account')

/** Reads what is to leave, and holds it to what two persons have agreed to. Answer: its digest. @throws AppError `referral.banned`, `referral.changed` */
export const checkPayload = (found: ReferralRow, payload: string): string => {
	const read = readReferralPayload(payload)
	if (!read.ok) throw refuseReferral(read.code)
	const digest = toPayloadDigest(payload)
	if (found.digest !== digest || !isOf(found, read.value)) throw refuseReferral('referral.changed')
	return digest
}
