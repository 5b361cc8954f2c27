/**
 * A way by mail. The mail is written when two have agreed, in the transaction that queues it, and each try sends the same bytes: a host that
 * gets it twice knows it by its `Message-ID`.
 */
import { AppError } from '#base'
import type { NoticeLanguage } from '#domains/cases/answers'
import type { Mailer, MailOutcome, OutgoingMail } from '#platform'
import { putAnswerLink } from '../../answers/server/index.ts'
import type { SealedFor, TryEnd, Way } from '../../outbox/server/index.ts'
import { readReferralPayload, type ReferralPayload } from '../../payload.ts'
import type { ReferralTransaction } from '../../server/referral-tables.ts'
import { chooseLetterLanguage, writeLetter, type LetterWords } from '../letter.ts'
import type { OutboxBox } from './outbox-box.ts'

/** Parts of which a mail is made. */
export type MailLetter = { payload: ReferralPayload; subject: string; letter: string }

/** Writes the mail of a kind of channel. @throws AppError of the page's refusals where it cannot go this way */
export type ComposeMail = (
	trx: ReferralTransaction,
	letter: MailLetter,
	to: SealedFor,
) => Promise<OutgoingMail>

export type MailOptions = {
	box: OutboxBox
	/** @throws AppError when settings or keys are wrong */
	getMailer: () => Promise<Mailer>
	/** Where the public sees us, without a path: links to answer by begin with it. */
	origin: string
	getWords: (language: NoticeLanguage) => Promise<LetterWords>
}

export const refuseMail = (code: string): AppError =>
	new AppError(code, 409, 'writing a mail to a partner: it cannot go this way')

/** The number that a server gave stands in the code; `settings` does not pass by itself, so a person is told at once. */
const toEnd = ({ kind, code }: MailOutcome): TryEnd => {
	const named = code === undefined ? kind : `${kind}-${code}`
	if (kind === 'sent') return { end: 'sent' }
	if (kind === 'rejected') return { end: 'rejected', code: `mail-${named}` }
	return { end: 'failed', code: `mail-${named}`, ...(kind === 'settings' ? { tell: true } : {}) }
}

type Kept = { envelope: OutgoingMail['envelope']; raw: string }

const toBytes = ({ envelope, raw }: OutgoingMail): Uint8Array =>
	Buffer.from(JSON.stringify({ envelope, raw: Buffer.from(raw).toString('base64') } satisfies Kept))

const fromBytes = (bytes: Uint8Array): OutgoingMail => {
	const { envelope, raw } = JSON.parse(Buffer.from(bytes).toString()) as Kept
	return { envelope, raw: Buffer.from(raw, 'base64') }
}

/** Answers are messages of the signed channel: none goes by mail. */
const readReferral = (payload: string, kind: SealedFor['kind']): ReferralPayload => {
	if (kind !== 'referral') throw refuseMail('referral.no-channel')
	const read = readReferralPayload(payload)
	if (!read.ok) throw refuseMail(read.code)
	return read.value
}

/** @param compose - makes a mail of the letter */
export const createMailWay = (
	{ box, getMailer, origin, getWords }: MailOptions,
	compose: ComposeMail,
): Way => ({
	seal: async (trx, text, to) => {
		const payload = readReferral(text, to.kind)
		const token = await putAnswerLink(trx, to.desk, { found: to.found, by: null })
		const language = chooseLetterLanguage(to.partner.languages)
		const written = writeLetter(payload, await getWords(language), `${origin}/coop/answer/${token}`)
		if (!written.ok) throw refuseMail(written.code)
		return box.close(toBytes(await compose(trx, { payload, ...written.value }, to)), to.id)
	},
	send: async ({ id, sealed }) => {
		const mail = await box.open(sealed, id).then(fromBytes, () => undefined)
		const mailer = mail && (await getMailer().catch(() => undefined))
		if (!mail || !mailer) return { end: 'failed', code: mail ? 'mail-settings' : 'mail-key', tell: true }
		return toEnd(await mailer.send(mail))
	},
})
