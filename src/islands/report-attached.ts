/** Sealing and sending what goes along with a report; fetched when there is something. */
import { ok, refused, type Result } from '#base'
import {
	mostTogether,
	sealAttachment,
	sendAttachment,
	type AttachmentRefusal,
	type SealedAttachment,
	type Sending,
} from '#domains/reports/attachments'
import type { Attached } from './attach.ts'

/** Seals each to the key of the report, in its place. Refuses with `attachment.together` when all are too much. */
export const sealAttached = async (
	attached: readonly Attached[],
	{ epoch, recipient, nonce }: { epoch: string; recipient: string; nonce: string },
): Promise<Result<SealedAttachment[], AttachmentRefusal | 'attachment.together'>> => {
	const all: SealedAttachment[] = []
	for (const [at, { kind, content }] of attached.entries()) {
		const place = { epoch, nonce, kind, part: at + 1, parts: attached.length }
		const sealed = await sealAttachment(place, content, recipient)
		if (!sealed.ok) return sealed
		all.push(sealed.value)
	}
	const together = all.reduce((sum, { sealed }) => sum + sealed.length, 0)
	return together > mostTogether ? refused('attachment.together') : ok(all)
}

/** Sends what is not there yet. `onProgress` is told the per cent that are. */
export const sendAttached = async (
	sendings: readonly Sending[],
	{
		token,
		work,
		onProgress,
	}: { token: string; work: () => Promise<string | undefined>; onProgress: (percent: number) => void },
): ReturnType<typeof sendAttachment> => {
	const all = sendings.reduce((sum, { sealed }) => sum + sealed.length, 0)
	const showProgress = (): void => {
		const sent = sendings.reduce((sum, one) => sum + one.sent, 0)
		onProgress(Math.floor((100 * sent) / all))
	}
	showProgress()
	for (const sending of sendings) {
		const problem = await sendAttachment(sending, token, { work, onProgress: showProgress })
		if (problem) return problem
	}
	return undefined
}
