import { composeXarfMail } from '#tools/channels/xarf-mail/server'
import { findForbidden } from '#tools/notices/xarf'
import type { Way } from '../../outbox/server/index.ts'
import { toXarfPart } from '../letter.ts'
import { createMailWay, refuseMail, type ComposeMail, type MailOptions } from './mail-way.ts'

const compose =
	(email: string): ComposeMail =>
	async (_, { payload, subject, letter }, { id, address, desk }) => {
		const report = toXarfPart(payload)
		if (!report) throw refuseMail('referral.no-xarf')
		const mail = await composeXarfMail({
			id,
			subject,
			letter,
			report,
			findForbidden,
			to: address,
			date: desk.now(),
			from: { name: payload.body.report.sender.org, email },
		})
		if (!mail.ok) throw refuseMail('referral.banned')
		return mail.value
	}

/**
 * The way to a host's abuse desk: a report of XARF with a letter, in clear inside TLS. No receipt: what the host has done comes by the link in
 * the letter, or somebody looks.
 *
 * @param from - address that notices come from
 */
export const createXarfMailWay = (options: MailOptions, from: string): Way =>
	createMailWay(options, compose(from))
