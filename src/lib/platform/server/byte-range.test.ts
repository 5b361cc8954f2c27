import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findRange } from './byte-range.ts'

const file = { size: 1000, etag: '"a"' }

test.each([
	['bytes=0-499', { first: 0, last: 499 }],
	['bytes=500-', { first: 500, last: 999 }],
	['bytes=-200', { first: 800, last: 999 }],
	['bytes=-5000', { first: 0, last: 999 }],
	['bytes=900-5000', { first: 900, last: 999 }],
	['bytes=999-999', { first: 999, last: 999 }],
	['bytes=1000-', 'unsatisfiable'],
	['bytes=-0', 'unsatisfiable'],
	['bytes=5-2', undefined],
	['bytes=0-1,5-6', undefined],
	['lines=1-2', undefined],
	['bytes=-', undefined],
	['bytes=a-b', undefined],
	[undefined, undefined],
])('findRange() of %s', (range, found) => {
	expect(findRange(range === undefined ? {} : { range }, file)).toEqual(found)
})

test('findRange() sends all of a file that has changed since, and of one whose state nobody can name', () => {
	const asked = { range: 'bytes=0-9' }
	expect(findRange({ ...asked, 'if-range': '"a"' }, file)).toEqual({ first: 0, last: 9 })
	expect(findRange({ ...asked, 'if-range': '"b"' }, file)).toBeUndefined()
	expect(findRange({ ...asked, 'if-range': 'W/"a"' }, file)).toBeUndefined()
	expect(findRange({ ...asked, 'if-range': 'Sat, 28 Nov 2026 10:00:00 GMT' }, file)).toBeUndefined()
	expect(findRange({ ...asked, 'if-range': '' }, { size: 1000, etag: '' })).toBeUndefined()
})

test('findRange() never leaves the file', () => {
	fc.assert(
		fc.property(fc.nat(5000), fc.nat(), fc.nat(), (size, from, to) => {
			const found = findRange({ range: `bytes=${from}-${to}` }, { size, etag: '' })
			if (typeof found !== 'object') return true
			return found.first >= 0 && found.first <= found.last && found.last < size
		}),
	)
})
