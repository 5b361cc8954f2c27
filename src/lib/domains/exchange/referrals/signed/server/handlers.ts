import { AppError } from '#base'
import type { Handlers } from '../../../channel/server/index.ts'
import { takeNote, takeOutcome, takeReferral } from '../../answers/server/index.ts'
import type { ReferralTransaction } from '../../server/referral-tables.ts'
import type { ReferralDesk } from '../../server/step-store.ts'
import { fromWireUrgency } from '../../urgency.ts'

/** Where a report says that it is hosted; `undefined`: it does not, or not as it should. */
const findCountry = (report: Readonly<Record<string, unknown>>): string | undefined => {
	const code = report['country_code']
	return typeof code === 'string' && /^[A-Z]{2}$/u.test(code) ? code : undefined
}

/**
 * What referrals do with a message of a partner, in the transaction that keeps it. An outcome about nothing of ours, or of another partner, is set aside
 * for a person: `outcome.unknown`. A note that is about nothing that goes on waits for a person.
 */
export const createReferralHandlers = (getDesk: () => ReferralDesk): Handlers<ReferralTransaction> => ({
	referral: async (trx, { id, partner, envelope }) => {
		if (envelope.type !== 'referral') return
		const { report, tlp, pap, urgency } = envelope.body
		await takeReferral(trx, getDesk(), {
			message: id,
			partner: partner.id,
			peerRef: envelope.ref,
			tlp,
			pap,
			urgency: fromWireUrgency(urgency),
			country: findCountry(report),
		})
	},
	outcome: async (trx, { id, partner, envelope }) => {
		if (envelope.type !== 'outcome') return
		const taken = await takeOutcome(trx, getDesk(), {
			partner: partner.id,
			ref: envelope.about,
			code: envelope.body.code,
			peerRef: envelope.ref,
			...(envelope.body.note === undefined ? {} : { said: { message: id } }),
		})
		if (!taken) throw new AppError('outcome.unknown', 409, 'taking an outcome: it is about nothing of ours')
	},
	note: async (trx, { id, partner, envelope }) => {
		if (envelope.type !== 'note' || envelope.about === undefined) return 'unread'
		const note = { message: id, partner: partner.id, about: envelope.about }
		return (await takeNote(trx, getDesk(), note)) ? undefined : 'unread'
	},
})
