import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toRpzFiles } from './index.ts'

const getLines = (filter = makeTestFilter('strict'), options = {}) =>
	toRpzFiles(filter, options)[0]?.text.split('\n') ?? []
const getSerial = (lines: readonly string[]) => lines.find((line) => line.startsWith('@ SOA'))?.split(' ')[4]

describe('toRpzFiles()', () => {
	test('refuses a name with all below it, and rewrites exactly one', () => {
		const lines = getLines()
		expect(lines).toContain('casino.example.ma CNAME .')
		expect(lines).toContain('*.casino.example.ma CNAME .')
		expect(lines).toContain('www.google.co.ma CNAME forcesafesearch.google.com.')
		expect(lines).not.toContain('*.www.google.co.ma CNAME forcesafesearch.google.com.')
	})

	test('closes every label between an exception and the blocked name above it', () => {
		const rules = { blocked: ['casino.example.ma'], allowed: ['a.b.c.casino.example.ma'] }
		const lines = getLines({ ...makeTestFilter('strict'), ...rules })
		for (const name of ['c.casino.example.ma', 'b.c.casino.example.ma']) {
			expect(lines).toContain(`${name} CNAME .`)
			expect(lines).toContain(`*.${name} CNAME .`)
		}
		expect(lines.filter((line) => line.startsWith('a.b.c.'))).toEqual([
			'a.b.c.casino.example.ma CNAME rpz-passthru.',
		])
		expect(lines.some((line) => /^(\*\.)?example\.ma /u.test(line))).toBe(false)
	})

	test('leaves open what stands between two allowed names, and closes what is below a rewritten name', () => {
		const filter = {
			...makeTestFilter('strict'),
			rewrites: [{ name: 'search.shut.example.ma', target: 'safe.example.ma' }],
			blocked: ['shut.example.ma', 'd.e.ok.shut.example.ma'],
			allowed: ['ok.shut.example.ma'],
		}
		const lines = getLines(filter)
		expect(lines).toContain('e.ok.shut.example.ma CNAME rpz-passthru.')
		expect(lines).toContain('*.search.shut.example.ma CNAME .')
	})

	test('has another serial for other rules, and the same for the same rules', () => {
		expect(getSerial(getLines())).toBe(getSerial(getLines()))
		expect(getSerial(getLines())).not.toBe(getSerial(getLines(makeTestFilter('balanced'))))
		expect(getSerial(getLines(makeTestFilter('strict'), { serial: 2026112401 }))).toBe('2026112401')
	})

	test('refuses a name that would not fit into a zone', () => {
		const long = `${'a'.repeat(60)}.${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.ma`
		expect(() => toRpzFiles({ ...makeTestFilter('strict'), blocked: [long] })).toThrow(/too long/u)
	})
})
