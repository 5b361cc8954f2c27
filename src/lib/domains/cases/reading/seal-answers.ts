import { base64 } from '@scure/base'
import { ok, refused, toHour, type Language, type Result } from '#base'
import { letterLimit, letterSizes, signAnswer } from '#domains/reports'
import { seal } from '#tools/seal/sealed'
import type { OpenedReport } from './open-report.ts'

/** A reporter whom an answer goes to, with what signs for the epoch of the report. */
type Recipient = {
	opened: Pick<OpenedReport, 'id' | 'answered' | 'report' | 'safeHours'>
	sign: (message: Uint8Array) => Promise<Uint8Array>
}

export type AnswerRefusal = 'answer.empty' | 'answer.too-long'

/**
 * One answer for each reporter: signed with the key of the epoch and bound to this report, then sealed to its receipt alone.
 *
 * Refuses with `answer.empty` or `answer.too-long`; then nothing was sealed for anybody.
 */
export const sealAnswers = async (
	{ text, language, now }: { text: string; language: Language; now: Date },
	recipients: readonly Recipient[],
): Promise<Result<{ report: string; sealed: string }[], AnswerRefusal>> => {
	const words = text.toWellFormed().trim()
	if (words === '') return refused('answer.empty')
	if (words.length > letterLimit) return refused('answer.too-long')
	const hour = toHour(now).toISOString().replace('.000Z', 'Z')
	const answers = []
	for (const { opened, sign } of recipients) {
		const { report, answered, id, safeHours } = opened
		const n = answered + 1
		const signed = await signAnswer(
			{
				v: 1,
				form: 'answer',
				report: report.nonce,
				n,
				hour,
				language,
				text: words,
				...(safeHours ? { safeHours } : {}),
			},
			sign,
		)
		const sealed = await seal(signed, report.box, letterSizes)
		if (!sealed.ok) return refused('answer.too-long')
		answers.push({ report: id, sealed: base64.encode(sealed.value) })
	}
	return ok(answers)
}
