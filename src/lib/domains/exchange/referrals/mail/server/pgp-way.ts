import { sealSigned, readPublicKey, toPgpMail, toProtectedEntity } from '#tools/channels/pgp-mail'
import { isKeyGood } from '../../../partners/index.ts'
import { listPartnerKeys } from '../../../partners/server/index.ts'
import type { Way } from '../../outbox/server/index.ts'
import type { ReferralTransaction } from '../../server/referral-tables.ts'
import { toXarfPart } from '../letter.ts'
import { createMailWay, refuseMail, type ComposeMail, type MailOptions } from './mail-way.ts'
import type { OwnPgpKey } from './pgp-key.ts'

/** A key of a partner that two have compared and that is good now, armored. @throws AppError `referral.no-key` */
const getPartnerKey = async (trx: ReferralTransaction, partner: string, now: Date): Promise<string> => {
	for (const key of await listPartnerKeys(trx, partner)) {
		if (key.use !== 'pgp' || !isKeyGood(key, now)) continue
		const read = await readPublicKey(key.public, now)
		if (read.ok) return read.value.armored
	}
	throw refuseMail('referral.no-key')
}

const compose =
	(from: string, own: OwnPgpKey): ComposeMail =>
	async (trx, { payload, subject, letter }, { id, partner, address, desk }) => {
		const now = desk.now()
		const theirs = await getPartnerKey(trx, partner.id, now)
		const report = toXarfPart(payload)
		const entity = toProtectedEntity({
			subject,
			text: letter,
			files: report
				? [{ name: 'xarf.json', type: 'application/json', bytes: Buffer.from(JSON.stringify(report)) }]
				: [],
		})
		const sealed = await sealSigned(entity, { to: [theirs], from: await own.open() }, now)
		const messageId = `${id}@${from.slice(from.lastIndexOf('@') + 1)}`
		const raw = toPgpMail(sealed, { from, to: address, at: now, id: messageId })
		return { envelope: { from, to: address }, raw }
	}

/**
 * The way to people who read OpenPGP: letter and report signed by our key and sealed to theirs, which two have compared; the subject is inside.
 *
 * @param from - address that notices come from
 */
export const createPgpMailWay = (options: MailOptions, from: string, own: OwnPgpKey): Way =>
	createMailWay(options, compose(from, own))
