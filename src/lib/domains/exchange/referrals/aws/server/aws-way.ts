import { AppError } from '#base'
import { readAwsReceipt, toAwsReport } from '#tools/channels/aws-abuse'
import { findForbidden } from '#tools/notices/xarf'
import { isAwsAddress } from '../../../partners/index.ts'
import { toXarfPart } from '../../mail/letter.ts'
import { openOutboxBox } from '../../mail/server/index.ts'
import type { Outgoing, TryEnd, Way } from '../../outbox/server/index.ts'
import { readReferralPayload } from '../../payload.ts'
import { findAwsSettings, toReply, type AwsOptions } from './aws-options.ts'

const refuse = (code: string): AppError =>
	new AppError(code, 409, 'writing a report to a host: it cannot go this way')

const toReport = (text: string): Record<string, unknown> => {
	const read = readReferralPayload(text)
	if (!read.ok) throw refuse(read.code)
	const report = toXarfPart(read.value)
	if (!report) throw refuse('referral.no-xarf')
	if (findForbidden(report).length > 0) throw refuse('referral.banned')
	return report
}

/** Settings do not pass by themselves: a person is told at the first try. */
const wrongSettings = { end: 'failed', code: 'aws-settings', tell: true } as const satisfies TryEnd

const sendReport = async (options: AwsOptions, { id, ref }: Outgoing, report: object): Promise<TryEnd> => {
	const settings = await findAwsSettings(options)
	if (!settings) return wrongSettings
	const request = toAwsReport({ ...report }, { clientToken: id, correlationId: ref, findForbidden }, settings)
	if (!request.ok) return { end: 'rejected', code: 'aws-form' }
	const reply = await options.ask(request.value).then(toReply, () => undefined)
	if (!reply) return { end: 'failed', code: 'aws-later' }
	const receipt = readAwsReceipt(reply)
	switch (receipt.kind) {
		case 'accepted':
			return { end: 'sent', peerRef: receipt.reportId }
		case 'later':
			return { end: 'failed', code: 'aws-later' }
		case 'rejected':
			return { end: 'rejected', code: `aws-${receipt.status}` }
		case 'settings':
			return wrongSettings
	}
}

/**
 * The way to AWS by its Abuse Signal API: each try has the id of the message as `clientToken`, by which AWS makes no second report within 24
 * hours. Its answer is a number and no receipt; what was done is asked for later. Until it has left it is closed as mails are.
 */
export const createAwsWay = (options: AwsOptions): Way => {
	const box = openOutboxBox(options.dataDir)
	return {
		seal: async (_, payload, { id, kind, address }) => {
			if (kind !== 'referral' || !isAwsAddress(address)) throw refuse('referral.no-channel')
			return box.close(Buffer.from(JSON.stringify(toReport(payload))), id)
		},
		send: async (message) => {
			const bytes = await box.open(message.sealed, message.id).catch(() => undefined)
			if (!bytes) return { end: 'failed', code: 'outbox-key', tell: true }
			return sendReport(options, message, JSON.parse(Buffer.from(bytes).toString()) as object)
		},
	}
}
