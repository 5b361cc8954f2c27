import { makeCanaryZone } from '#tools/dns-filter/canary-zone'
import packet, { type DecodedPacket, type RecordType } from 'dns-packet'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createResponder, maxGrowth } from './dns-answer.ts'

const domain = 'canary.example.ma'
const zone = makeCanaryZone({
	domain,
	address: { ipv4: '203.0.113.10', ipv6: '2001:db8::10' },
	safeAddress: { ipv4: '203.0.113.11', ipv6: '2001:db8::11' },
	challenge: `${'c'.repeat(60)}.${'d'.repeat(60)}.acme.example.org`,
})
const reply = createResponder(zone)

const toQuestion = (name: string, type = 'A', changes: Record<string, unknown> = {}): Buffer =>
	packet.encode({
		type: 'query',
		id: 7,
		flags: packet.RECURSION_DESIRED,
		questions: [{ name, type: type as RecordType }],
		...changes,
	})

const ask = (question: Buffer, via: 'udp' | 'tcp' = 'udp'): DecodedPacket & { rcode: string } => {
	const { message } = reply(question, via)
	if (!message) throw new Error('no answer')
	return packet.decode(message) as DecodedPacket & { rcode: string }
}

describe('createResponder()', () => {
	test('answers with authority, without recursion, in the spelling of the question', () => {
		const answer = ask(toQuestion('oPeN.Canary.Example.MA'))
		expect(answer).toMatchObject({ id: 7, rcode: 'NOERROR', flag_aa: true, flag_ra: false, flag_rd: true })
		expect(answer.answers).toMatchObject([{ name: 'oPeN.Canary.Example.MA', data: '203.0.113.10', ttl: 5 }])
	})

	test('says that a name or a record is not there, with the SOA of the zone', () => {
		expect(ask(toQuestion(`shut.${domain}`))).toMatchObject({ rcode: 'NXDOMAIN', flag_aa: true })
		expect(ask(toQuestion(`open.${domain}`, 'TXT')).authorities).toMatchObject([
			{ type: 'SOA', name: domain, data: { serial: 1, minimum: 5 } },
		])
	})

	test.each([
		['another domain', toQuestion('example.org')],
		['the root', toQuestion('.', 'NS')],
		['everything of a name', toQuestion(`open.${domain}`, 'ANY')],
		['the whole zone', toQuestion(domain, 'AXFR')],
		[
			'another class',
			toQuestion('x', 'TXT', { questions: [{ name: `open.${domain}`, type: 'TXT', class: 'CH' }] }),
		],
	])('refuses %s', (_, question) => {
		expect(ask(question)).toMatchObject({ rcode: 'REFUSED', flag_aa: false, answers: [], authorities: [] })
	})

	test('knows EDNS, and says so when it does not know the version', () => {
		const opt = (ednsVersion: number) => ({
			additionals: [{ type: 'OPT', name: '.', udpPayloadSize: 4096, ednsVersion, flags: 0, options: [] }],
		})
		expect(ask(toQuestion(`open.${domain}`, 'A', opt(0))).additionals).toMatchObject([
			{ type: 'OPT', udpPayloadSize: 512, extendedRcode: 0 },
		])
		expect(ask(toQuestion(`open.${domain}`, 'A', opt(1)))).toMatchObject({
			answers: [],
			additionals: [{ type: 'OPT', extendedRcode: 1 }],
		})
	})

	test('an answer too long for UDP is cut, and whole over TCP', () => {
		const question = toQuestion(`_acme-challenge.${domain}`, 'TXT')
		expect(ask(question)).toMatchObject({ flag_tc: true, answers: [] })
		expect(ask(question, 'tcp')).toMatchObject({ flag_tc: false, answers: [{ type: 'CNAME' }] })
		expect(packet.decode(reply(question, 'udp', true).message ?? Buffer.alloc(0))).toMatchObject({
			flag_tc: true,
			answers: [],
		})
	})

	test.each([
		['an answer', Buffer.concat([Buffer.from([0, 7, 0x80, 0]), Buffer.alloc(20)])],
		['eleven bytes', Buffer.alloc(11)],
		['nothing', Buffer.alloc(0)],
		['513 bytes', Buffer.alloc(513)],
	])('keeps silent at %s', (_, message) => {
		expect(reply(message, 'udp')).toEqual({ kind: 'dropped' })
	})

	test.each([
		['no question', [0, 7, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]],
		['65,535 questions', [0, 7, 1, 0, 255, 255, 0, 0, 0, 0, 0, 0]],
		['65,535 records', [0, 7, 1, 0, 0, 1, 255, 255, 255, 255, 255, 255]],
		['a name that points at itself', [0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0xc0, 12, 0, 1, 0, 1]],
		['a dot inside a label', [0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 3, 97, 46, 98, 0, 0, 1, 0, 1]],
		['letters of no script', [0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 2, 255, 254, 0, 0, 1, 0, 1]],
		['another operation', [0, 7, 0x28, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 1]],
	])('answers %s in twelve bytes', (_, bytes) => {
		const { kind, message } = reply(Buffer.from(bytes), 'udp')
		expect(kind).toBe('refused')
		expect(message).toHaveLength(12)
		expect(message?.[1]).toBe(7)
	})

	test('no question of the zone has an answer over UDP longer than four times itself', () => {
		const names = ['', 'open.', 'search-safe.', 'x.r.', 'r.', 'shut.', '_acme-challenge.'].map(
			(at) => at + domain,
		)
		for (const name of ['.', ...names])
			for (const type of ['A', 'AAAA', 'NS', 'SOA', 'TXT', 'CNAME', 'MX', 'ANY', 'UNKNOWN_65']) {
				const question = toQuestion(name, type)
				const { message } = reply(question, 'udp')
				expect(message?.length ?? 0, `${name} ${type}`).toBeLessThanOrEqual(maxGrowth * question.length)
			}
	})

	test('any bytes at all are answered within the limit or not at all, and never throw', () => {
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 600 }),
			// A header that passes, then noise.
			fc
				.uint8Array({ maxLength: 300 })
				.map((tail) => Uint8Array.from([0, 7, 1, 0, 0, 1, 0, 0, 0, 0, 0, 1, ...tail])),
			// A real question with some bytes turned.
			fc.array(fc.tuple(fc.nat(40), fc.nat(255)), { maxLength: 6 }).map((turns) => {
				const question = toQuestion(`open.${domain}`)
				for (const [at, value] of turns) question[at % question.length] = value
				return Uint8Array.from(question)
			}),
		)
		fc.assert(
			fc.property(bytes, (data) => {
				const { message } = reply(Buffer.from(data), 'udp')
				expect(message?.length ?? 0).toBeLessThanOrEqual(maxGrowth * data.length)
			}),
			{ numRuns: 3000 },
		)
	})
})
