/** A host's abuse desk: reads the notice that came by mail, as a program and as a person, and answers by the link in it. */
import { parseXarf } from '../../src/lib/tools/notices/xarf/index.ts'
import { asBrowser } from './desk.ts'

/** A notice as its host reads it. `type` and `url` are what the report says to a program; `link` stands in the letter. */
type Notice = { subject: string; type: string; url: string; link: string }

const readPart = (part: string): string => {
	const [head = '', ...body] = part.trimStart().split('\r\n\r\n')
	const text = body.join('\r\n\r\n')
	return /base64/iu.test(head) ? Buffer.from(text, 'base64').toString() : text
}

/** Encoded words of a header (RFC 2047) in letters. */
const readWords = (header: string): string =>
	header
		.replaceAll(/\?=\s+=\?/gu, '?==?')
		.replaceAll(/=\?utf-8\?(?<way>[bq])\?(?<text>[^?]*)\?=/giu, (_, way: string, text: string) =>
			way.toLowerCase() === 'b'
				? Buffer.from(text, 'base64').toString()
				: decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')),
		)

const readHeaders = (mail: string): string =>
	mail.slice(0, mail.indexOf('\r\n\r\n')).replaceAll(/\r\n\s+/gu, ' ')

/** Texts of the parts of a mail: letter, kind, report. */
const readParts = (mail: string): string[] => {
	const boundary = /boundary="([^"]+)"/u.exec(readHeaders(mail))?.[1] ?? ''
	return mail.split(`--${boundary}`).slice(1, -1).map(readPart)
}

/** The report of a mail, as JSON. */
export const readReport = (mail: string): string => readParts(mail)[2] ?? ''

/** Reads a mail as its host does. @throws Error when it is no notice */
export const readNotice = (mail: string): Notice => {
	const subject = readWords(/^Subject: (.+)$/mu.exec(readHeaders(mail))?.[1] ?? '')
	const link = /https?:\S+\/coop\/answer\/\S+/u.exec(readParts(mail)[0] ?? '')?.[0]
	const parsed = parseXarf(readReport(mail))
	if (!parsed.ok || link === undefined)
		throw new Error('reading the mail of the host: it is no report of XARF')
	const { type, url } = parsed.value
	return { subject, type, url: url ?? '', link }
}

/** Says on the page of the link that it is removed, as a browser without script does. */
export const answerRemoved = async (link: string): Promise<void> => {
	const { origin } = new URL(link)
	const body = new URLSearchParams({ code: 'actioned', note: 'Retiré par l’hébergeur.' })
	const answer = await fetch(link, { method: 'POST', headers: { ...asBrowser, origin }, body })
	if (!answer.ok) throw new Error(`answering by the link: ${answer.status}`)
}
