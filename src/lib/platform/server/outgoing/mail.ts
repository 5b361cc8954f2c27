/** Hands finished mails to the operator's mail server, signed with DKIM (https://www.rfc-editor.org/rfc/rfc6376). Decision 076. */
import { createPrivateKey } from 'node:crypto'
import { createTransport } from 'nodemailer'
import { AppError } from '#base'
import { findSecret } from '../key-file.ts'
import type { MailSettings } from '../operator-mail.ts'
import type { Operator } from '../operator.ts'

/** A mail as it is, with its headers, and who it is from and for. */
export type OutgoingMail = { envelope: { from: string; to: string }; raw: Uint8Array }

/**
 * Outcome of one try, with the number that the server said. `sent`: the server has it now and answers for it. `later`: the same again.
 * `rejected`: never again as it is. `settings`: the server does not take us, a person is needed.
 */
export type MailOutcome = { kind: 'sent' | 'later' | 'rejected' | 'settings'; code: number | undefined }

export type Mailer = {
	/** Never throws. What the server says in words is let go of: it may repeat what was sent. */
	send: (mail: OutgoingMail) => Promise<MailOutcome>
}

/** Secrets of the mailer. `dkimKey`: RSA in PEM, 2,048 bits at least. */
export type MailSecrets = { password: string | undefined; dkimKey: string }

const [connecting, greeting, silence] = [15_000, 15_000, 60_000]
const isHere = (host: string): boolean => /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/u.test(host)

const readCode = (error: unknown): number | undefined =>
	error instanceof Error && 'responseCode' in error && typeof error.responseCode === 'number'
		? error.responseCode
		: undefined
const hasCode = (error: unknown, ...codes: string[]): boolean =>
	error instanceof Error && 'code' in error && codes.includes(String(error.code))

/** Steps at which a server speaks of the mail; what it says before is about us. */
const aboutMail: readonly string[] = ['MAIL FROM', 'RCPT TO', 'DATA']
/** Numbers that ask for an account or a way, whenever they come (RFC 4954, section 6). */
const aboutUs: readonly number[] = [530, 534, 535, 538]

const judge = (error: unknown): MailOutcome => {
	const code = readCode(error)
	if (hasCode(error, 'EAUTH', 'ENOAUTH')) return { kind: 'settings', code }
	// 503: the server lost the thread, not the mail.
	if (code === undefined || code < 500 || code === 503) return { kind: 'later', code }
	const step = error instanceof Error && 'command' in error ? String(error.command) : ''
	return { kind: aboutMail.includes(step) && !aboutUs.includes(code) ? 'rejected' : 'settings', code }
}

/**
 * A mailer over SMTP. Signs each mail for `dkim.domain`, says that domain when it greets, and nothing of this machine. Mail leaves over TLS,
 * with a certificate that is checked; in clear only to this machine.
 *
 * @param authorities - certificates (PEM) trusted in place of the system's
 */
export const createMailer = (
	{ host, port, secure, user, dkim }: MailSettings,
	{ password, dkimKey }: MailSecrets,
	authorities?: string,
): Mailer => {
	const transport = createTransport({
		host,
		port,
		secure,
		requireTLS: !secure && !isHere(host),
		ignoreTLS: !secure && isHere(host),
		name: dkim.domain,
		...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
		tls: { minVersion: 'TLSv1.2', ...(authorities === undefined ? {} : { ca: authorities }) },
		dkim: { domainName: dkim.domain, keySelector: dkim.selector, privateKey: dkimKey },
		connectionTimeout: connecting,
		greetingTimeout: greeting,
		socketTimeout: silence,
		disableFileAccess: true,
		disableUrlAccess: true,
	})
	return {
		send: async ({ envelope, raw }) => {
			try {
				const { rejected } = await transport.sendMail({ envelope, raw: Buffer.from(raw) })
				return { kind: rejected.length === 0 ? 'sent' : 'rejected', code: undefined }
			} catch (error) {
				return judge(error)
			}
		},
	}
}

const keyFile = 'mail-dkim.pem'
const isStrongKey = (pem: string): boolean => {
	try {
		const key = createPrivateKey(pem)
		return key.asymmetricKeyType === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) >= 2048
	} catch {
		return false
	}
}

/** Names that nobody has (https://www.rfc-editor.org/rfc/rfc2606, https://www.rfc-editor.org/rfc/rfc6761). */
const nobody = /@(?:[^@\s]+\.)?(?:example|test|invalid|localhost|example\.(?:com|net|org))$/iu

/** Tells whether mail may leave: a demonstration knows a mail server on this machine only. */
export const mayMail = ({ state, mail }: Pick<Operator, 'state' | 'mail'>): boolean =>
	mail !== undefined && (state === 'live' || isHere(mail.host))

/** A mailer for invented addresses: a mail server on this machine may pass on what it is given. */
const keepToInvented = (mailer: Mailer): Mailer => ({
	send: (mail) =>
		nobody.test(mail.envelope.to)
			? mailer.send(mail)
			: Promise.resolve({ kind: 'rejected', code: undefined }),
})

/**
 * The mailer of this installation; `undefined` where the operator has set none. In a demonstration it takes mail for invented addresses only, and
 * is none with a mail server elsewhere. Its key lies in `<dataDir>/keys/mail-dkim.pem`, the password of
 * its account in `<dataDir>/keys/mail-password`.
 * @throws AppError `mail.key-wrong` when the key is not there or not RSA of 2,048 bits, `mail.no-password` when an account has none, and what
 * {@link findSecret} throws
 */
export const openMailer = async (
	dataDir: string,
	operator: Pick<Operator, 'state' | 'mail'>,
): Promise<Mailer | undefined> => {
	const settings = operator.mail
	if (!settings || !mayMail(operator)) return undefined
	const dkimKey = await findSecret(dataDir, keyFile)
	if (dkimKey === undefined || !isStrongKey(dkimKey))
		throw new AppError(
			'mail.key-wrong',
			500,
			`Reading keys/${keyFile}: wanted an RSA key of 2048 bits or more in PEM`,
		)
	const password = (await findSecret(dataDir, 'mail-password'))?.trim()
	if (settings.user !== undefined && !password)
		throw new AppError(
			'mail.no-password',
			500,
			'Reading keys/mail-password: wanted the password of the account',
		)
	const mailer = createMailer(settings, { password, dkimKey })
	return operator.state === 'live' ? mailer : keepToInvented(mailer)
}
