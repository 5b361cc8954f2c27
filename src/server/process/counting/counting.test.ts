import { EventEmitter } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { beforeEach, describe, expect, test } from 'vitest'
import type { CountedPage, Counter } from '#domains/programme/counting'
import { findCode, setCodeFinder } from './campaign-codes.ts'
import { countSent, countWhenSent, findCounter, setCounter } from './counter.ts'

const counted: CountedPage[] = []
const nothing = (): void => undefined
const counter: Counter = {
	countDirect: (page) => void counted.push(page),
	countCoded: nothing,
	countVote: nothing,
	countPress: nothing,
	putBack: nothing,
	settle: nothing,
	takeSheets: () => [],
}
beforeEach(() => {
	counted.length = 0
	setCounter(counter)
})

const headers = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }
const ask = (url: string, more: Partial<IncomingMessage> = {}) =>
	({ method: 'GET', url, headers, ...more }) as IncomingMessage
const answer = (statusCode: number) =>
	Object.assign(new EventEmitter(), { statusCode }) as ServerResponse & EventEmitter

describe('countSent()', () => {
	test('counts a page that went out whole to an arrival', () => {
		countSent(ask('/fr/skills'), answer(200))
		expect(counted).toEqual([{ kind: 'skills', language: 'fr' }])
		expect(findCounter()).toBe(counter)
	})

	test.each([
		['a page that the browser has already', ask('/fr/skills'), 304],
		['a part of one', ask('/fr/skills'), 206],
		['a look at its head', ask('/fr/skills', { method: 'HEAD' }), 200],
		['help', ask('/fr/help/threatened'), 200],
		['a step within the site', ask('/fr/skills', { headers: {} }), 200],
	])('counts nothing for %s', (_, request, status) => {
		countSent(request, answer(status))
		expect(counted).toEqual([])
	})
})

test('countWhenSent() waits for the answer of the application, and for its success', () => {
	const [good, bad] = [answer(200), answer(200)]
	countWhenSent(ask('/fr/programme/counting'), good)
	countWhenSent(ask('/fr/programme/counting'), bad)
	expect(counted).toEqual([])
	bad.statusCode = 500
	bad.emit('finish')
	good.emit('finish')
	expect(counted).toEqual([{ kind: 'programme', language: 'fr' }])
})

test('a code is looked up where somebody knows codes, and a database that is away knows none', async () => {
	expect(await findCode('ABCDEF')).toBeUndefined()
	setCodeFinder((code) => Promise.resolve(code === 'ABCDEF' ? { slot: 1, target: '/fr/skills' } : undefined))
	expect(await findCode('ABCDEF')).toEqual({ slot: 1, target: '/fr/skills' })
	setCodeFinder(() => Promise.reject(new Error('away')))
	expect(await findCode('ABCDEF')).toBeUndefined()
})
