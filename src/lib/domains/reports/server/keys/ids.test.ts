import { expect, test } from 'vitest'
import { createMac, makeEntry } from '#platform'
import { expectRandomIds } from '../../../../../../tests/support/ids.ts'
import { createFileKey } from './file-key.ts'
import { makeFormToken, readFormToken } from './form-token.ts'

const count = 10_000

test('ids of 10,000 reports, of their entries in the record and of their attachments tell neither number nor order', () => {
	const key = createFileKey(new Uint8Array(32).fill(7))
	const mac = createMac(key.derive('form-token'))
	const start = Date.parse('2026-11-24T13:00:00Z')
	const tokens = Array.from({ length: count }, (_, at) => {
		const now = new Date(start + at * 1000)
		const token = readFormToken(makeFormToken('report', mac, now), 'report', { mac, now })
		if (typeof token === 'string') throw new Error(token)
		return token.id
	})
	for (const use of ['report', 'entry', 'attachment']) expectRandomIds(tokens.map((id) => key.toId(use, id)))
	expectRandomIds(Array.from({ length: count }, () => makeEntry(new Uint8Array()).id))
})

test('ids that count, or that begin with the time, are found out', () => {
	const toId = (head: string, at: number): string =>
		`${head}-0000-4000-8000-${at.toString(16).padStart(12, '0')}`
	const random = (): string => crypto.randomUUID()
	const counting = Array.from({ length: 1000 }, (_, at) => toId('00000000', at))
	const timed = Array.from(
		{ length: 4000 },
		(_, at) => `${at.toString(16).padStart(8, '0')}${random().slice(8)}`,
	)
	const twice = Array.from({ length: 1000 }, random)
	for (const ids of [counting, timed, [...twice, ...twice]]) expect(() => expectRandomIds(ids)).toThrow()
})
