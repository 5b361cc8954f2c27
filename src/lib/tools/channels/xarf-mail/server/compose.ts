import MimeNode from 'nodemailer/lib/mime-node'
import { failed, ok, type Issue, type Result } from '#base'

export type XarfMail = {
	/** Id of our message, letters, digits and `-`: the left half of `Message-ID`, and of the boundaries. */
	id: string
	/** The desk: its name in words, its address. The domain of the address is the right half of `Message-ID`. */
	from: { name: string; email: string }
	/** Exactly one address. */
	to: string
	date: Date
	/** One line. */
	subject: string
	/** For people: the notice in words. */
	letter: string
	/** As JSON in the third part. */
	report: Readonly<Record<string, unknown>>
	/** The ban of the codec that wrote the report: what must not leave. Asked for the report and for the letter. */
	findForbidden: (report: unknown) => readonly Issue[]
}

/** A mail as it goes over the wire, and who it is from and for. */
export type ComposedMail = { envelope: { from: string; to: string }; messageId: string; raw: Uint8Array }

const address = /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d-]{2,63}$/iu
const isLine = (text: string, most: number): boolean =>
	text.trim() !== '' && text.length <= most && !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(text)

const findIssues = (mail: XarfMail): Issue[] => {
	const wanted: [path: string, isGood: boolean, what: string][] = [
		['id', /^[\w-]{8,64}$/u.test(mail.id), 'letters, digits and -'],
		['from.name', isLine(mail.from.name, 200), 'one line'],
		['from.email', address.test(mail.from.email), 'one mail address'],
		['to', address.test(mail.to), 'one mail address'],
		['date', !Number.isNaN(mail.date.getTime()), 'a time'],
		['subject', isLine(mail.subject, 200), 'one line'],
		['letter', mail.letter.trim() !== '' && mail.letter.length <= 20_000, 'at most 20,000 characters'],
	]
	return [
		...wanted
			.filter(([, isGood]) => !isGood)
			.map(([path, , what]) => ({ path, message: `writing a mail: wanted ${what}` })),
		...mail.findForbidden(mail.report),
		...mail.findForbidden({ description: mail.letter }).map(({ message }) => ({ path: 'letter', message })),
	]
}

/** Nothing is read from a disk or a network, whatever a text looks like. */
const closed = { disableFileAccess: true, disableUrlAccess: true, newline: 'win' } as const

/** Lines that a program reads before it looks at the report (RFC 5965, section 3.1). `User-Agent` names the format, not this product. */
const feedback = ['Feedback-Type: xarf', 'User-Agent: XARF/4', 'Version: 1', ''].join('\r\n')

type Part = { type: string; encoding: 'base64' | '7bit'; content: string }

const addPart = (above: MimeNode, { type, encoding, content }: Part): MimeNode =>
	above.createChild(type).setHeader('Content-Transfer-Encoding', encoding).setContent(Buffer.from(content))

/** The mail, or every field that is wrong and everything in it that must not leave. Headers: from, to, subject, date, id, MIME, and no other. */
export const composeXarfMail = async (mail: XarfMail): Promise<Result<ComposedMail>> => {
	const [first, ...more] = findIssues(mail)
	if (first) return failed(first, ...more)
	const { id, from, to, date, subject, letter, report } = mail
	const messageId = `<${id}@${from.email.slice(from.email.lastIndexOf('@') + 1)}>`
	const whole = new MimeNode('multipart/report; report-type=feedback-report', { ...closed, baseBoundary: id })
		.setHeader({
			'Message-ID': messageId,
			Subject: subject,
			Date: date.toUTCString().replace('GMT', '+0000'),
		})
		.setHeader('From', { name: from.name, address: from.email })
		.setHeader('To', { name: '', address: to })
	const lines = letter.replace(/\r\n|\r|\n/gu, '\r\n')
	addPart(whole, { type: 'text/plain; charset=utf-8', encoding: 'base64', content: lines })
	addPart(whole, { type: 'message/feedback-report', encoding: '7bit', content: feedback })
	const json = addPart(whole, {
		type: 'application/json; charset=utf-8; name=xarf.json',
		encoding: 'base64',
		content: JSON.stringify(report, null, '\t'),
	})
	json.setHeader('Content-Disposition', 'inline; filename=xarf.json')
	return ok({ envelope: { from: from.email, to }, messageId, raw: new Uint8Array(await whole.build()) })
}
