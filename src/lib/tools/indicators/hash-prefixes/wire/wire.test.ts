import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { toBase64 } from '#base'
import { readFindRequest, readUpdateRequest, writeFound } from './index.ts'
import { findRequestFields, updateRequestFields } from './messages.ts'
import { decodeMessage, encodeMessage, type WireFields } from './protobuf.ts'

const toBytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const list = { threatType: 'MALWARE', platformType: 'ANY_PLATFORM', threatEntryType: 'URL' }

describe('readUpdateRequest()', () => {
	const asked = {
		listUpdateRequests: [
			{ ...list, state: toBase64(Uint8Array.of(7)), constraints: { supportedCompressions: ['RAW', 'RICE'] } },
		],
	}
	test('reads the same request in both forms', () => {
		const read = readUpdateRequest(toBytes(asked), 'json')
		expect(read?.listUpdateRequests[0]?.state).toEqual(Uint8Array.of(7))
		expect(readUpdateRequest(encodeMessage(updateRequestFields, asked), 'proto')).toEqual(read)
	})

	test.each([[{}], [{ listUpdateRequests: 'x' }], [{ listUpdateRequests: Array(51).fill(list) }], [[]]])(
		'refuses %j',
		(body) => {
			expect(readUpdateRequest(toBytes(body), 'json')).toBeUndefined()
		},
	)
})

describe('readFindRequest()', () => {
	test('takes digests with and without padding, and refuses more than 500', () => {
		const ask = (hash: string, count = 1) =>
			toBytes({ threatInfo: { threatEntries: Array(count).fill({ hash }) } })
		const wanted = Uint8Array.of(255, 255, 190, 239)
		for (const hash of ['//++7w==', '__--7w', '//++7w'])
			expect(readFindRequest(ask(hash), 'json')?.threatInfo.threatEntries[0]?.hash).toHaveLength(4)
		expect(readFindRequest(ask(toBase64(wanted)), 'json')?.threatInfo.threatEntries[0]?.hash).toEqual(wanted)
		expect(readFindRequest(ask('//++7w', 501), 'json')).toBeUndefined()
	})

	test('throws at nothing that can be sent', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), fc.constantFrom('json', 'proto'), (bytes, form) => {
				const read = readFindRequest(bytes, form)
				expect(read === undefined || Array.isArray(read.threatInfo.threatEntries)).toBe(true)
			}),
		)
	})
})

test('a message is read as it was written', () => {
	const hash = toBase64(Uint8Array.of(1, 2, 3, 4))
	const message = {
		threatInfo: { threatTypes: ['MALWARE', 'SOCIAL_ENGINEERING'], threatEntries: [{ hash }, { hash }] },
	}
	expect(decodeMessage(findRequestFields, encodeMessage(findRequestFields, message))).toEqual(message)
})

test('messages in messages without end are refused', () => {
	let bytes = Uint8Array.of()
	for (let depth = 0; depth < 20; depth++) bytes = Uint8Array.of(10, bytes.length, ...bytes)
	const inner: { [name: string]: WireFields[string] } = {}
	const fields: WireFields = inner
	inner['in'] = { no: 1, kind: 'message', fields }
	expect(JSON.stringify(decodeMessage(fields, bytes)).split('"in"').length).toBeLessThan(12)
})

test('bytes of the public form: packed enums, unknown fields of every wire type', () => {
	const bytes = Uint8Array.of(0x1a, 9, 0x0a, 2, 1, 2, 0x38, 0x96, 0x01, 0x15 + 32, 0)
	expect(decodeMessage(findRequestFields, bytes.subarray(0, 9))).toBeUndefined()
	expect(decodeMessage(findRequestFields, Uint8Array.of(0x38, 0x96, 0x01, 0x1a, 4, 0x0a, 2, 1, 2))).toEqual({
		threatInfo: { threatTypes: ['MALWARE', 'SOCIAL_ENGINEERING'] },
	})
})

test('writeFound() writes seconds as a message of protocol buffers', () => {
	expect(writeFound({ matches: [], negativeCacheDuration: '300s' }, 'proto')).toEqual(
		Uint8Array.of(0x1a, 3, 8, 0xac, 0x02),
	)
})
