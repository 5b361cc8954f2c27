import { expect, test } from 'vitest'
import { createWaitingLine } from './waiting-line.ts'

const start = 1_772_000_000_000
let now = new Date(start)
const secret = new Uint8Array(32).fill(7)

/** A line whose work ends when the test says so; `order` tells whose was begun. */
const openLine = (mostWaiting = 3, patience = 100_000) => {
	now = new Date(start)
	const line = createWaitingLine({ secret, now: () => now, mostWaiting, patience })
	const [order, ends]: [string[], (() => void)[]] = [[], []]
	const ask = (code: string, ticket = '') => {
		now = new Date(now.getTime() + 1)
		return line.enter({ code, ticket }, () => {
			order.push(code)
			return new Promise<'open'>((resolve) => ends.push(() => resolve('open')))
		})
	}
	const endOne = async () => {
		ends.shift()?.()
		await new Promise((resolve) => setImmediate(resolve))
	}
	return { line, ask, order, endOne }
}
const getTicket = (answer: unknown): string => (answer as { ticket: string }).ticket

test('a free line opens at once, and who came first is next', async () => {
	const { ask, order, endOne } = openLine()
	const first = ask('a')
	void ask('b')
	void ask('c')
	await endOne()
	expect(await first).toBe('open')
	await endOne()
	expect(order).toEqual(['a', 'b', 'c'])
})

test('a full line gives the one that came last a ticket, and with it the place among those who come later', async () => {
	const { ask, order, endOne, line } = openLine()
	for (const code of ['a', 'b', 'c', 'd']) void ask(code)
	const ticket = getTicket(await ask('honest'))
	expect(ticket).toMatch(/^[\w-]{51}$/u)
	await endOne()
	const again = ask('honest', ticket)
	for (const code of ['e', 'f', 'g']) expect(getTicket(await ask(code))).toMatch(/^[\w-]{51}$/u)
	expect(line.count()).toBe(3)
	for (let n = 0; n < 4; n++) await endOne()
	expect(await again).toBe('open')
	expect(order).toEqual(['a', 'b', 'c', 'd', 'honest'])
})

test('a request that has waited long enough is given a ticket', async () => {
	const { ask } = openLine(3, 5)
	void ask('a')
	expect(getTicket(await ask('b'))).toMatch(/^[\w-]{51}$/u)
})

/** A line with one place left, which an older ticket takes from `d`; the ticket of `honest`. */
const openTight = async () => {
	const opened = openLine(2)
	for (const code of ['a', 'b', 'c']) void opened.ask(code)
	const ticket = getTicket(await opened.ask('honest'))
	await opened.endOne()
	return { ...opened, ticket, d: opened.ask('d') }
}

test('an older ticket goes before who came later', async () => {
	const { ask, d, ticket, order, endOne } = await openTight()
	void ask('honest', ticket)
	expect(getTicket(await d)).toMatch(/^[\w-]{51}$/u)
	for (let n = 0; n < 2; n++) await endOne()
	expect(order).toEqual(['a', 'b', 'c', 'honest'])
})

test.each([
	['of another receipt', 'other', 0, (ticket: string) => ticket],
	['changed', 'honest', 0, (ticket: string) => (ticket.startsWith('A') ? 'B' : 'A') + ticket.slice(1)],
	['over', 'honest', 11 * 60_000, (ticket: string) => ticket],
	['none', 'honest', 0, () => 'x'.repeat(51)],
])('a ticket that is %s is worth nothing: its holder stands at the end', async (_, code, later, change) => {
	const { ask, ticket, order, endOne } = await openTight()
	now = new Date(now.getTime() + later)
	expect(getTicket(await ask(code, change(ticket)))).toMatch(/^[\w-]{51}$/u)
	for (let n = 0; n < 2; n++) await endOne()
	expect(order).toEqual(['a', 'b', 'c', 'd'])
})

test('a ticket counts once: a thousand requests do not share one place', async () => {
	const { ask, ticket } = await openTight()
	const first = ask('honest', ticket)
	expect(getTicket(await ask('honest', ticket))).toMatch(/^[\w-]{51}$/u)
	expect(await Promise.race([first, Promise.resolve('waits')])).toBe('waits')
})

test('a fault of one leaves the place to the next', async () => {
	const line = createWaitingLine({ secret, now: () => now })
	const fail = line.enter({ code: 'a', ticket: '' }, () => Promise.reject(new Error('broken')))
	const next = line.enter({ code: 'b', ticket: '' }, async () => 'open')
	await expect(fail).rejects.toThrow('broken')
	expect(await next).toBe('open')
})
