import { expect, test } from 'vitest'
import { sampleFrozen } from '../../../../../tests/support/frozen.ts'
import { findTable, listLatest, listPeriodsOf } from './latest.ts'

const { published } = sampleFrozen
const places = ['MA-TAT', 'MA-ZAG']

test('an older period of an indicator is found, with the numbers that it has', () => {
	expect(listPeriodsOf(published, places, 'sessions-held')).toEqual(['2026-Q4', '2026-Q3'])
	const older = findTable(published, places, { indicator: 'sessions-held', period: '2026-Q3' })
	expect([...(older?.numbers.keys() ?? [])]).toEqual(['MA-TAT'])
	expect(older?.numbers.get('MA-TAT')?.target, 'the target is of another quarter').toBeUndefined()
	expect(findTable(published, places, { indicator: 'sessions-held', period: '2025' })).toBeUndefined()
	expect(findTable(published, ['MA-01'], { indicator: 'sessions-held', period: '2026-Q3' })).toBeUndefined()
})

test('the newest table is the one that its period finds', () => {
	const [first] = listLatest(published, places, ['sessions-held'])
	expect(first).toEqual(findTable(published, places, { indicator: 'sessions-held', period: '2026-Q4' }))
	expect(first?.numbers.get('MA-TAT')?.target?.value).toBe(20)
})
