import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Answers, Report } from '../reports/index.ts'
import { findAccount, findPlaces, findTypedLink, toAccountLine, toPlaceKey } from './place.ts'
import { toQuotes } from './dossier.ts'

const toOpened = (where: Answers['where'], words = '', later: readonly string[] = []) => ({
	report: { answers: { where, words } } as Report,
	letters: later.map((text, n) => ({ n, hour: '', text })),
})

describe('findPlaces()', () => {
	test('finds the account that a child names where there is no link', () => {
		const places = findPlaces([toOpened([{ kind: 'app', app: ' Instagram', nickname: 'x.y' }])])
		expect(places).toEqual([{ app: 'Instagram', nickname: 'x.y' }])
	})

	test('finds addresses among the words of the report and of later letters, each place once', () => {
		const where = { kind: 'link', link: 'https://a.example/x' } as const
		const places = findPlaces([
			toOpened([where], 'hxxps://b[.]example/y', ['chouf https://c.example/z', 'www.a.example']),
			toOpened([where, { kind: 'app', nickname: 'n' }, { kind: 'app', nickname: 'n' }]),
		])
		expect(places).toEqual([
			...['a.example/x', 'b.example/y', 'c.example/z', 'www.a.example/'].map((url) => ({
				url: `https://${url}`,
			})),
			{ app: '', nickname: 'n' },
		])
	})

	test('offers nothing where nothing is known', () => {
		expect(findPlaces([toOpened([{ kind: 'unknown' }, { kind: 'app', app: ' ' }])])).toEqual([])
	})
})

test('two accounts have one key only when app and name are the same', () => {
	const account = fc.record({ app: fc.string(), nickname: fc.string() })
	fc.assert(
		fc.property(account, account, (one, other) => {
			const isSame = one.app === other.app && one.nickname === other.nickname
			expect(toPlaceKey(one) === toPlaceKey(other)).toBe(isSame)
		}),
	)
})

test('what an analyst types is a link, an account, or neither', () => {
	expect(findTypedLink(' hxxps://a[.]example/x ')).toEqual({ url: 'https://a.example/x' })
	for (const typed of ['', 'a name', 'javascript:alert(1)'])
		expect(findTypedLink(typed), typed).toBeUndefined()
	expect(findAccount(' ', '')).toBeUndefined()
	expect(toAccountLine({ app: 'A', nickname: 'n' })).toBe('A · n')
	expect(toAccountLine({ app: '', nickname: 'n' })).toBe('n')
})

test('toQuotes() leaves no word of a reporter out, however long the text is', () => {
	fc.assert(
		fc.property(fc.string({ maxLength: 40 }), fc.integer({ min: 0, max: 400 }), (text, times) => {
			const whole = text.repeat(times)
			const quotes = toQuotes(whole)
			expect(quotes.join('')).toBe(whole)
			expect(quotes.every(({ length }) => length > 0 && length <= 4000)).toBe(true)
		}),
	)
})
