/** Questions to a name server on loopback, as a device would put them. */
import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { connect } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import packet, { type DecodedPacket, type RecordType } from 'dns-packet'

export type Reply = {
	rcode: string
	/** Addresses in the answer, sorted. */
	addresses: string[]
	/** Targets of CNAME records in the answer. */
	chain: string[]
	/** Types of all records in the answer. */
	types: string[]
}

const toReply = (decoded: DecodedPacket): Reply => {
	const answers = decoded.answers ?? []
	return {
		rcode: (decoded as unknown as { rcode: string }).rcode,
		addresses: answers
			.flatMap((answer) => (answer.type === 'A' || answer.type === 'AAAA' ? [answer.data] : []))
			.sort(),
		chain: answers.flatMap((answer) => (answer.type === 'CNAME' ? [answer.data] : [])),
		types: answers.map(({ type }) => type),
	}
}

/** Milliseconds until a question that nobody has answered is put again. */
const pauseBetween = 500

/** Puts a question so many times. An answer that comes late counts too. */
const askOnce = (port: number, message: Buffer, times = 4): Promise<DecodedPacket | undefined> =>
	new Promise((resolve) => {
		const socket = createSocket('udp4')
		let left = times
		const finish = (value?: DecodedPacket) => {
			clearInterval(timer)
			socket.close()
			resolve(value)
		}
		const put = () => (left-- > 0 ? socket.send(message) : finish())
		const timer = setInterval(put, pauseBetween)
		socket.on('error', () => finish())
		socket.on('message', (answer) => finish(packet.decode(answer)))
		// A connected socket learns at once that nobody listens.
		socket.connect(port, '127.0.0.1', put)
	})

const askTcp = (port: number, message: Buffer): Promise<DecodedPacket | undefined> =>
	new Promise((resolve) => {
		const socket = connect(port, '127.0.0.1')
		let got = Buffer.alloc(0)
		const finish = (value?: DecodedPacket) => {
			socket.destroy()
			resolve(value)
		}
		// A server that has had too much may say nothing: then it is asked anew.
		socket.setTimeout(pauseBetween, () => finish())
		socket.on('error', () => finish()).on('close', () => finish())
		socket.on('data', (data: Buffer) => {
			got = Buffer.concat([got, data])
			if (got.length >= 2 && got.length >= 2 + got.readUInt16BE(0)) finish(packet.decode(got.subarray(2)))
		})
		const head = Buffer.alloc(2)
		head.writeUInt16BE(message.length)
		socket.write(Buffer.concat([head, message]))
	})

/** Types that a test asks for; HTTPS records by number, the codec does not know their name. */
export type QueryType = RecordType | 'UNKNOWN_64' | 'UNKNOWN_65'

const toQuery = (name: string, type: QueryType): Buffer =>
	packet.encode({
		type: 'query',
		id: randomInt(65_536),
		flags: packet.RECURSION_DESIRED,
		questions: [{ type: type as RecordType, name }],
	})

/** Asks a name server on loopback; a cut answer is asked again over TCP. */
export const ask = async (port: number, name: string, type: QueryType = 'A'): Promise<Reply> => {
	const message = toQuery(name, type)
	// Twenty seconds where all are silent: a device would have given up long before.
	for (let left = 10; left > 0; left--) {
		const answer = await askOnce(port, message)
		if (answer && !answer.flag_tc) return toReply(answer)
		const whole = answer && (await askTcp(port, message))
		if (whole) return toReply(whole)
		await wait(pauseBetween)
	}
	throw new Error(`no answer from port ${port} for ${name} ${type}`)
}

/** True once a name server answers anything at all. */
export const isAnswering = async (port: number): Promise<boolean> =>
	(await askOnce(port, toQuery('casino.example.ma', 'A'), 1)) !== undefined

/** True once a name server has an answer for an ordinary name: it listens, and reaches its resolver. */
export const isResolving = async (port: number): Promise<boolean> => {
	const answer = await askOnce(port, toQuery('ready.example.ma', 'A'), 1)
	return (answer?.answers?.length ?? 0) > 0
}
