import { describe, expect, test } from 'vitest'
import { statuses as childStatuses } from '#domains/reports'
import { getReplaced, getSharedStatus, toChildStatus } from './child-status.ts'
import { statuses } from './status.ts'

describe('toChildStatus()', () => {
	test('says that nothing was found, and not only that it is over, where nothing forbidden was found', () => {
		expect(toChildStatus('not-illegal')).toBe('nothing-found')
		expect(toChildStatus('closed')).toBe('closed')
	})

	test('says that nobody has read it only before anybody has', () => {
		expect(statuses.filter((status) => toChildStatus(status) === 'received')).toEqual(['received'])
	})
})

describe('getReplaced()', () => {
	test('takes nothing back that has happened when all there is to say is that the team works on it', () => {
		expect(getReplaced('looked-at')).not.toContain('sent-on')
		expect(getReplaced('looked-at')).not.toContain('removed')
		expect(getReplaced('looked-at')).toContain('received')
		expect(getReplaced('closed')).toEqual(childStatuses)
	})
})

describe('getSharedStatus()', () => {
	test('is what is true of every case of a cluster that is followed', () => {
		expect(getSharedStatus(['removed'])).toBe('removed')
		expect(getSharedStatus(['removed', 'unavailable', 'duplicate'])).toBe('removed')
		expect(getSharedStatus(['removed', 'triaged'])).toBe('looked-at')
	})

	test('is no question that was put to another, and nothing where no case is followed', () => {
		expect(getSharedStatus(['waiting-reporter'])).toBeUndefined()
		expect(getSharedStatus(['removed', 'waiting-reporter'])).toBeUndefined()
		expect(getSharedStatus(['duplicate'])).toBeUndefined()
	})

	test('never says that nobody has read it: who shares it has been answered', () => {
		expect(getSharedStatus(['received'])).toBe('looked-at')
	})
})
