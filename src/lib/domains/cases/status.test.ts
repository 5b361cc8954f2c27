import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMove, getMoves, getStatusAfterWord, isEnded, reasons, statuses, type Status } from './status.ts'

const anyStatus = fc.constantFrom(...statuses)

describe('findMove()', () => {
	test('leads from received to every other status', () => {
		const reached = new Set<Status>(['received'])
		for (const status of reached) for (const next of getMoves(status)) reached.add(next)
		expect([...reached].sort()).toEqual([...statuses].sort())
	})

	test('lets every case come to an end, by at most four moves', () => {
		const steps = (from: Status, left: number): boolean =>
			isEnded(from) || (left > 0 && getMoves(from).some((next) => steps(next, left - 1)))
		expect(statuses.filter((status) => !steps(status, 4))).toEqual([])
	})

	test('knows no move to where the case stands, and none out of closed', () => {
		for (const status of statuses) expect(findMove(status, status), status).toBeUndefined()
		for (const status of statuses) expect(findMove('closed', status), status).toBeUndefined()
	})

	test('asks two persons before anything is called illegal or goes to the police, whatever the way', () => {
		const asked = { assessed: 'classify-illegal', 'first-police': 'export' } as const
		fc.assert(
			fc.property(anyStatus, fc.constantFrom('assessed', 'first-police'), (from, to) => {
				const needs = findMove(from, to)
				return needs === undefined || needs.act === asked[to]
			}),
		)
	})

	test('never reaches a host or the police without an assessment', () => {
		const seen = new Set<Status>(['received'])
		for (const status of seen) for (const next of getMoves(status)) if (next !== 'assessed') seen.add(next)
		for (const late of ['first-police', 'notified', 'monitoring', 'removed', 'unavailable', 'moved'] as const)
			expect(seen.has(late), late).toBe(false)
	})

	test('asks for a reason where a case ends without its matter being removed', () => {
		for (const to of ['not-illegal', 'closed'] as const)
			for (const from of statuses) expect(findMove(from, to)?.reason ?? true, `${from} ${to}`).toBe(true)
		expect(new Set(reasons).size).toBe(reasons.length)
	})
})

test('getStatusAfterWord() takes up a case that waited or was over, and leaves the others where they are', () => {
	expect(getStatusAfterWord('closed')).toBe('triaged')
	expect(getStatusAfterWord('waiting-reporter')).toBe('triaged')
	expect(getStatusAfterWord('not-illegal')).toBe('triaged')
	expect(getStatusAfterWord('first-police')).toBe('first-police')
	expect(getStatusAfterWord('duplicate')).toBe('triaged')
})
