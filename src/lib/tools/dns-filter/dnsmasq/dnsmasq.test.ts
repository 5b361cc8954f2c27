import { describe, expect, test } from 'vitest'
import { makeTestFilter } from '../../../../../tests/support/filters.ts'
import { toDnsmasqFiles } from './index.ts'

const getText = (files: ReturnType<typeof toDnsmasqFiles>): string =>
	files.find(({ purpose }) => purpose === 'use')?.text ?? ''

describe('toDnsmasqFiles()', () => {
	const text = getText(toDnsmasqFiles(makeTestFilter('strict')))
	const lines = text.split('\n')

	test('writes no line that dnsmasq would cut', () => {
		expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(1024)
	})

	test('names the address of a target before any name points to it, one address a line', () => {
		const address = lines.indexOf('host-record=strict.bing.com,150.171.28.16')
		expect(address).toBeGreaterThan(0)
		expect(lines).toContain('host-record=strict.bing.com,150.171.27.16')
		expect(
			lines.findIndex((line) => line.startsWith('cname=') && line.endsWith(',strict.bing.com')),
		).toBeGreaterThan(address)
	})

	test('asks the resolver of the filter and nobody else', () => {
		expect(lines.filter((line) => /^server=[^/]/u.test(line))).toEqual([
			'server=1.1.1.3',
			'server=1.0.0.3',
			'server=2606:4700:4700::1113',
			'server=2606:4700:4700::1003',
		])
		expect(lines).toContain('no-resolv')
	})

	test('offers lists of others as addresses with their licence, and holds nothing of them', () => {
		expect(text).toContain('# OISD NSFW (GPL-3.0):')
		expect(lines.filter((line) => line.includes('https://')).every((line) => line.startsWith('#'))).toBe(true)
	})

	test('makes nothing for a resolver without plain addresses', () => {
		expect(toDnsmasqFiles(makeTestFilter('strict', { resolver: 'mullvad-family' }))).toEqual([])
	})

	test('refuses a filter in which a name is an instruction', () => {
		const filter = { ...makeTestFilter('strict'), blocked: ['x.example\nserver=203.0.113.1'] }
		expect(() => toDnsmasqFiles(filter)).toThrow(/not of its form/u)
	})
})
