import { expect, test } from 'vitest'
import { readFigureList } from './index.ts'

const known = {
	isIndicator: (id: string) => id === 'sessions-held',
	isPlace: (code: string) => code === 'MA-TAT' || code === 'MA-08',
	isPeriod: (period: string) => period === '2026-Q4',
}
const heads = 'indicator,place,period,value,low,high,status,method'

test('a list is read line by line, exact numbers, intervals and reasons alike', () => {
	const read = readFigureList(
		`${heads},n\nsessions-held,MA-TAT,2026-Q4,12,,,shown,sessions/1,12\nsessions-held,MA-08,2026-Q4,,,,too-few,sessions/1,\n`,
		known,
	)
	expect(read).toMatchObject({
		ok: true,
		value: [
			{ place: 'MA-TAT', value: 12, low: undefined, status: 'shown', n: 12 },
			{ place: 'MA-08', value: undefined, status: 'too-few' },
		],
	})
})

test.each([
	['impact,MA-TAT,2026-Q4,1,,,shown,a/1', 'indicator'],
	['sessions-held,MA-XYZ,2026-Q4,1,,,shown,a/1', 'place'],
	['sessions-held,MA-TAT,2026,1,,,shown,a/1', 'period'],
	['sessions-held,MA-TAT,2026-Q4,one,,,shown,a/1', 'value'],
	['sessions-held,MA-TAT,2026-Q4,1,2,3,shown,a/1', 'value'],
	['sessions-held,MA-TAT,2026-Q4,1,,,,a/1', 'status'],
	['sessions-held,MA-TAT,2026-Q4,1,,,shown,by hand', 'method'],
])('%s is refused for its %s, with its line', (line, column) => {
	expect(readFigureList(`${heads}\n${line}\n`, known)).toEqual({
		ok: false,
		issues: [{ path: '2', message: column }],
	})
})

test('a number that stands twice, and a list without lines or columns, are refused', () => {
	const line = 'sessions-held,MA-TAT,2026-Q4,12,,,shown,sessions/1'
	expect(readFigureList(`${heads}\n${line}\n${line}\n`, known)).toMatchObject({
		issues: [{ path: '3', message: 'twice' }],
	})
	expect(readFigureList(heads, known)).toMatchObject({ issues: [{ message: 'lines' }] })
	expect(readFigureList('indicator,place\n', known)).toMatchObject({ issues: [{ message: 'period' }] })
})
