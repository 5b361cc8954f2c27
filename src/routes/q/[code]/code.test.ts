import { beforeEach, expect, test } from 'vitest'
import { createCounter } from '#domains/programme/counting'
import { setCodeFinder } from '#server/process/counting/campaign-codes'
import { setCounter } from '#server/process/counting/counter'
import { GET } from './+server.ts'

const facts = { provinces: ['MA-TAT'], regions: [], topics: [] }
const counter = createCounter({ facts, zone: 'Africa/Casablanca' })
const codes: Readonly<Record<string, { slot: number; province?: string; target: string }>> = {
	TATA01: { slot: 3, province: 'MA-TAT', target: '/ar/teens/bullying' },
	HELP01: { slot: 4, province: 'MA-TAT', target: '/ar/help' },
}
beforeEach(() => {
	counter.takeSheets()
	setCounter(counter)
	setCodeFinder((code) => Promise.resolve(codes[code]))
})

const arrival = { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document', 'sec-fetch-site': 'none' }

const open = async (code: string, init: RequestInit = { headers: arrival }) => {
	const request = new Request(`https://thiqa.example/q/${code}`, init)
	const event = { params: { code }, request } as Parameters<typeof GET>[0]
	const answer = await GET(event)
	const counted = counter
		.takeSheets()
		.flatMap(({ cells, added }) => cells.filter((_, at) => added[at] !== 0))
		.toSorted()
	return {
		status: answer.status,
		to: answer.headers.get('location'),
		kept: answer.headers.get('cache-control'),
		counted,
	}
}

test('a code leads to its page and is counted once', async () => {
	expect(await open('TATA01')).toEqual({
		status: 303,
		to: '/ar/teens/bullying?by=code',
		kept: 'no-store',
		counted: ['campaign:3', 'language:ar', 'page:topics', 'place:MA-TAT'],
	})
})

test('who asks for the head, or from a program, is led there and not counted', async () => {
	for (const init of [{ method: 'HEAD', headers: arrival }, {}])
		expect(await open('TATA01', init)).toMatchObject({ to: '/ar/teens/bullying?by=code', counted: [] })
})

test('a code that leads to help is never counted', async () => {
	expect(await open('HELP01')).toMatchObject({ to: '/ar/help?by=code', counted: [] })
})

test('an unknown code leads to the front door', async () => {
	expect(await open('NOBODY')).toMatchObject({ status: 303, to: '/', kept: 'no-store', counted: [] })
})
