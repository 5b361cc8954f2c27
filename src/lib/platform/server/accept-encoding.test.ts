import { expect, test } from 'vitest'
import { chooseEncoding } from './accept-encoding.ts'

test.each([
	['gzip, deflate, br, zstd', 'br'],
	['gzip, deflate', 'gzip'],
	['br;q=0, gzip', 'gzip'],
	['gzip;q=0, br;q=0.5', 'br'],
	['gzip; q=0.0', undefined],
	['*', 'br'],
	['*;q=0', undefined],
	['br;q=0, *', 'gzip'],
	['BR', 'br'],
	['abracadabra', undefined],
	['br;q=nonsense', undefined],
	['identity', undefined],
	['', undefined],
	[undefined, undefined],
])('chooseEncoding() takes "%s" as %s, the first time and the second', (accepted, encoding) => {
	expect(chooseEncoding(accepted)).toBe(encoding)
	expect(chooseEncoding(accepted)).toBe(encoding)
})

test('chooseEncoding() does not grow without bound on ever new headers', () => {
	for (let at = 0; at < 1000; at++) expect(chooseEncoding(`gzip;q=0.${at}1`)).toBe('gzip')
	expect(chooseEncoding('br')).toBe('br')
})
