/** A mail server at home that keeps what it is given, and answers as a test wants. Enough of RFC 5321 for one mail at a time. */
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createServer as createTlsServer } from 'node:tls'
import { onTestFinished } from 'vitest'

export type SunkMail = { greeted: string; from: string; to: string; raw: string }

/** Answers that differ, by the command that they answer: `{ DATA: '451 later' }`, `END` after the mail, `HELLO` at first. A connection is cut by `cut`. */
export type SinkAnswers = Readonly<
	Partial<Record<'HELLO' | 'EHLO' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'END', string>>
>

const usual = {
	HELLO: '220 sink.test',
	EHLO: '250-sink.test\r\n250-8BITMIME\r\n250 AUTH PLAIN',
	AUTH: '235 come in',
	MAIL: '250 ok',
	RCPT: '250 ok',
	DATA: '354 go on',
	END: '250 taken',
	QUIT: '221 bye',
} as const

const converse = (socket: Socket, mails: SunkMail[], answers: SinkAnswers): void => {
	let [rest, isData] = ['', false]
	const mail: SunkMail = { greeted: '', from: '', to: '', raw: '' }
	const say = (step: keyof typeof usual): void => {
		const text = { ...usual, ...answers }[step]
		if (text === 'cut') socket.destroy()
		else socket.write(`${text}\r\n`)
	}
	const take = (line: string): void => {
		const [word, about] = [line.slice(0, 4).toUpperCase(), line.slice(5)]
		if (word === 'EHLO') mail.greeted = about
		if (word === 'MAIL') mail.from = about
		if (word === 'RCPT') mail.to = about
		if (word === 'DATA') isData = !answers.DATA || answers.DATA.startsWith('3')
		if (word in usual) say(word as keyof typeof usual)
		else socket.write('502 what\r\n')
	}
	socket.setEncoding('latin1')
	socket.on('error', () => undefined)
	socket.on('data', (chunk: string) => {
		rest += chunk
		for (;;) {
			const end = isData ? rest.indexOf('\r\n.\r\n') : rest.indexOf('\r\n')
			if (end === -1) return
			const text = rest.slice(0, end)
			rest = rest.slice(end + (isData ? 5 : 2))
			if (!isData) take(text)
			else {
				isData = false
				mails.push({ ...mail, raw: `${text}\r\n`.replaceAll('\r\n..', '\r\n.') })
				say('END')
			}
		}
	})
	say('HELLO')
}

/** Listens until the test ends. With `certificate` over TLS from the first byte. */
export const startSmtpSink = async (
	answers: SinkAnswers = {},
	certificate?: { key: string; cert: string },
) => {
	const mails: SunkMail[] = []
	const sockets = new Set<Socket>()
	const onSocket = (socket: Socket): void => {
		sockets.add(socket)
		converse(socket, mails, answers)
	}
	const server = certificate ? createTlsServer(certificate, onSocket) : createServer(onSocket)
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	onTestFinished(() => {
		for (const socket of sockets) socket.destroy()
		server.close()
	})
	const place = server.address()
	return { port: typeof place === 'object' && place ? place.port : 0, mails }
}
