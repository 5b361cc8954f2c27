/** The mailbox of a host's abuse desk: a mail server on this machine that keeps what it is given. Enough of RFC 5321 for one mail at a time. */
import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'

const converse = (socket: Socket, take: (mail: string) => void): void => {
	let [rest, isData] = ['', false]
	const say = (line: string): boolean => socket.write(`${line}\r\n`)
	const answer = (line: string): void => {
		const word = line.slice(0, 4).toUpperCase()
		if (word === 'DATA') isData = true
		say({ EHLO: '250 mail.host.example', DATA: '354 go on', QUIT: '221 bye' }[word] ?? '250 ok')
	}
	socket.on('error', () => undefined)
	socket.on('data', (chunk: Buffer) => {
		rest += chunk.toString('latin1')
		for (;;) {
			const mark = isData ? '\r\n.\r\n' : '\r\n'
			const end = rest.indexOf(mark)
			if (end === -1) return
			const text = rest.slice(0, end)
			rest = rest.slice(end + mark.length)
			if (!isData) answer(text)
			else {
				isData = false
				take(`${text}\r\n`.replaceAll('\r\n..', '\r\n.'))
				say('250 taken')
			}
		}
	})
	say('220 mail.host.example')
}

/** Listens on this machine. `mails`: whole mails, one character a byte, in the order in which they came. */
export const openMailbox = async (): Promise<{
	port: number
	mails: readonly string[]
	close: () => void
}> => {
	const mails: string[] = []
	const server = createServer((socket) => converse(socket, (mail) => mails.push(mail)))
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	const place = server.address()
	const port = typeof place === 'object' && place ? place.port : 0
	return { port, mails, close: () => void server.close() }
}
