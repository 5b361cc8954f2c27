import { expect, test } from 'vitest'
import { indicators } from './server/index.ts'
import { readFigureList } from './index.ts'

const known = {
	indicators,
	isPlace: (code: string) => code === 'MA-TAT' || code === 'MA-08',
	today: '2027-01-01',
}
const heads = 'indicator,place,period,value,low,high,status,method'

test('a list is read line by line, exact numbers, intervals and reasons alike', () => {
	const read = readFigureList(
		`${heads},n\nknowledge-gained,MA-TAT,2026-Q4,0.2,0.1,0.3,shown,trial/1,12\nknowledge-gained,MA-08,2026-Q4,,,,too-few,trial/1,\n`,
		known,
	)
	expect(read).toMatchObject({
		ok: true,
		value: [
			{ place: 'MA-TAT', value: 0.2, low: 0.1, status: 'shown', n: 12 },
			{ place: 'MA-08', value: undefined, status: 'too-few' },
		],
	})
})

test.each([
	['impact,MA-TAT,2026-Q4,1,,,shown,a/1', 'indicator'],
	['knowledge-gained,MA-XYZ,2026-Q4,1,0,2,shown,a/1', 'place'],
	['knowledge-gained,MA-TAT,2026-Q5,1,0,2,shown,a/1', 'period'],
	['knowledge-gained,MA-TAT,2026-Q4,one,0,2,shown,a/1', 'value'],
	['knowledge-gained,MA-TAT,2026-Q4,1,2,3,shown,a/1', 'value'],
	['knowledge-gained,MA-TAT,2026-Q4,1,0,2,,a/1', 'status'],
	['knowledge-gained,MA-TAT,2026-Q4,1,0,2,shown,by hand', 'method'],
	// A period that is not over has no number yet.
	['knowledge-gained,MA-TAT,2027-Q1,1,0,2,shown,a/1', 'period'],
	// A sample without its interval would say "exact".
	['knowledge-gained,MA-TAT,2026-Q4,1,,,shown,trial/1', 'low'],
	// What is counted is not typed in: sessions, attendance, dosage, parts of them, everything that is born with noise.
	['sessions-held,MA-TAT,2026-Q4,1,,,shown,sessions/1', 'indicator'],
	['people-reached,MA-08,2026-Q4,1,1,4,shown,attendance/1', 'indicator'],
	['dosage-kept,MA-08,2026-Q4,1,,,shown,dosage/1', 'indicator'],
	['sessions-held-lycee,MA-TAT,2026-Q4,1,,,shown,session-parts/1', 'indicator'],
	['arrivals-by-code,MA-TAT,2026-Q4,199,139,259,shown,arrivals/1', 'indicator'],
	['protections-verified,MA-08,2026-Q4,0.5,0.4,0.6,shown,protections/1', 'indicator'],
])('%s is refused for its %s, with its line', (line, column) => {
	expect(readFigureList(`${heads}\n${line}\n`, known)).toEqual({
		ok: false,
		issues: [{ path: '2', message: column }],
	})
})

test('a number that stands twice, and a list without lines or columns, are refused', () => {
	const line = 'knowledge-gained,MA-TAT,2026-Q4,0.2,0.1,0.3,shown,trial/1'
	expect(readFigureList(`${heads}\n${line}\n${line}\n`, known)).toMatchObject({
		issues: [{ path: '3', message: 'twice' }],
	})
	expect(readFigureList(heads, known)).toMatchObject({ issues: [{ message: 'lines' }] })
	expect(readFigureList('indicator,place\n', known)).toMatchObject({ issues: [{ message: 'period' }] })
})
