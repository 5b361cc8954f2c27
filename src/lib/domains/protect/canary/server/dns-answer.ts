import { findRecords, type CanaryZone, type ZoneRecord } from '#tools/dns-filter/canary-zone'
import packet, { type Answer, type OptAnswer, type Packet } from 'dns-packet'

/** Longest question that is read: a name of 253 characters and an EDNS record fit into half of it. */
export const maxQuestion = 512

/** Over UDP an answer is at most this many times as long as its question, so that it is no use for an attack. */
export const maxGrowth = 4

const rcodes = { NOERROR: 0, FORMERR: 1, NXDOMAIN: 3, NOTIMP: 4, REFUSED: 5 } as const
const RESPONSE = 0x8000
const OPCODE_AND_RD = 0x7900
const AUTHORITATIVE = 0x0400
const TRUNCATED = 0x0200

/** Outcome of a message: for counting, and what is sent back, if anything. */
export type DnsReply = { kind: 'answered' | 'refused' | 'dropped'; message?: Buffer }

const dropped: DnsReply = { kind: 'dropped' }

/** Twelve bytes that say no: nothing of the question is sent back. */
const refuseShortly = (question: Buffer, rcode: number): DnsReply => {
	const message = Buffer.alloc(12)
	question.copy(message, 0, 0, 2)
	message.writeUInt16BE(RESPONSE | (question.readUInt16BE(2) & OPCODE_AND_RD) | rcode, 2)
	return { kind: 'refused', message }
}

/** One question and at most two records beside it (EDNS, a signature): checked before anything is read. */
const hasPlainCounts = (question: Buffer): boolean =>
	question.readUInt16BE(4) === 1 &&
	question.readUInt16BE(6) === 0 &&
	question.readUInt16BE(8) === 0 &&
	question.readUInt16BE(10) <= 2

const decode = (message: Buffer): Packet | undefined => {
	try {
		const decoded = packet.decode(message)
		const [question] = decoded.questions ?? []
		if (!question) return undefined
		// A name that is not written back as it came (a dot inside a label, letters of no script) is answered by nobody.
		const bare = packet.encode({ type: 'query', questions: [question] }).subarray(12)
		return bare.equals(message.subarray(12, 12 + bare.length)) ? decoded : undefined
	} catch {
		return undefined
	}
}

const toAnswer = (record: ZoneRecord, name: string): Answer => ({ ...record, name, class: 'IN' })

const findOpt = (decoded: Packet): OptAnswer | undefined =>
	decoded.additionals?.find((record) => record.type === 'OPT')

const toOpt = (asked: OptAnswer): Answer => ({
	type: 'OPT',
	name: '.',
	udpPayloadSize: maxQuestion,
	extendedRcode: asked.ednsVersion === 0 ? 0 : 1,
	ednsVersion: 0,
	flags: 0,
	flag_do: false,
	options: [],
})

/**
 * Makes the answers of an authoritative server for one zone. Never a recursive answer, never one for another zone; a
 * message that is no question is not answered at all.
 */
export const createResponder =
	(zone: CanaryZone) =>
	(message: Buffer, via: 'udp' | 'tcp', isCut = false): DnsReply => {
		if (message.length < 12 || message.length > maxQuestion) return dropped
		const head = message.readUInt16BE(2)
		if (head & RESPONSE) return dropped
		if (head & 0x7800) return refuseShortly(message, rcodes.NOTIMP)
		if (!hasPlainCounts(message)) return refuseShortly(message, rcodes.FORMERR)
		const decoded = decode(message)
		const question = decoded?.questions?.[0]
		if (!decoded || !question) return refuseShortly(message, rcodes.FORMERR)
		const opt = findOpt(decoded)
		const isUnknownEdns = opt !== undefined && opt.ednsVersion !== 0
		const found =
			question.class === 'IN' && !isUnknownEdns
				? findRecords(zone, question.name, question.type)
				: ({ rcode: isUnknownEdns ? 'NOERROR' : 'REFUSED', answers: [], authorities: [] } as const)
		const isRefused = found.rcode === 'REFUSED' || isUnknownEdns
		const make = (flags: number, isWhole: boolean): Buffer =>
			packet.encode({
				type: 'response',
				id: message.readUInt16BE(0),
				flags:
					(head & packet.RECURSION_DESIRED) | (isRefused ? 0 : AUTHORITATIVE) | rcodes[found.rcode] | flags,
				questions: [question],
				answers: isWhole ? found.answers.map((record) => toAnswer(record, question.name)) : [],
				authorities: isWhole ? found.authorities.map((record) => toAnswer(record, record.name)) : [],
				additionals: opt ? [toOpt(opt)] : [],
			})
		const whole = make(0, true)
		const isTooLong = via === 'udp' && whole.length > maxGrowth * message.length
		return {
			kind: isRefused ? 'refused' : 'answered',
			message: isTooLong || isCut ? make(TRUNCATED, false) : whole,
		}
	}
