import { expect, test } from 'vitest'
import type { Argon2id } from '#tools/seal/receipt-keys'
import { createArgon2Line } from './argon2.ts'

/** Work that ends when the test says so; `order` tells whose was begun. */
const openLine = (atOnce: number, mostWaiting: number) => {
	const [order, ends]: [number[], (() => void)[]] = [[], []]
	const argon2id: Argon2id = ({ passes }) => {
		order.push(passes)
		return new Promise((resolve) => ends.push(() => resolve(new Uint8Array([passes]))))
	}
	const line = createArgon2Line({ atOnce, mostWaiting, argon2id })
	const ask = (number: number, isUrgent = false) =>
		line(isUrgent)({
			message: new Uint8Array(),
			nonce: new Uint8Array(),
			passes: number,
			memory: 8,
			parallelism: 1,
			tagLength: 4,
		})
	const endOne = async () => {
		ends.shift()?.()
		await new Promise((resolve) => setImmediate(resolve))
	}
	return { ask, order, endOne }
}

test('a flood of receipts has an end: who comes when the line is full hears so at once', async () => {
	const { ask, order, endOne } = openLine(1, 2)
	const taken = [1, 2, 3].map((number) => ask(number))
	await expect(ask(4)).rejects.toMatchObject({ code: 'reports.busy', status: 503 })
	expect(order).toEqual([1])
	for (let at = 0; at < 3; at++) await endOne()
	expect(await Promise.all(taken)).toEqual([1, 2, 3].map((number) => new Uint8Array([number])))
	void ask(5)
	await endOne()
	expect(order).toEqual([1, 2, 3, 5])
})

test('danger is never sent away and goes before those who wait', async () => {
	const { ask, order, endOne } = openLine(1, 1)
	void ask(1)
	void ask(2)
	void ask(3, true)
	for (let at = 0; at < 3; at++) await endOne()
	expect(order).toEqual([1, 3, 2])
})

test('danger waits in the order in which it came: the oldest is next, however much comes after it', async () => {
	const { ask, order, endOne } = openLine(1, 1)
	void ask(1)
	void ask(2)
	for (const danger of [3, 4, 5]) void ask(danger, true)
	await endOne()
	void ask(6, true)
	for (let at = 0; at < 5; at++) await endOne()
	expect(order).toEqual([1, 3, 4, 5, 6, 2])
})

test('a fault of one leaves the place to the next', async () => {
	let calls = 0
	const line = createArgon2Line({
		atOnce: 1,
		mostWaiting: 5,
		argon2id: async () => {
			calls += 1
			if (calls === 1) throw new Error('broken')
			return new Uint8Array(1)
		},
	})
	const parameters = { message: new Uint8Array(), nonce: new Uint8Array() }
	const ask = () => line()({ ...parameters, memory: 8, passes: 1, parallelism: 1, tagLength: 4 })
	const [first, second] = [ask(), ask()]
	await expect(first).rejects.toThrow('broken')
	expect(await second).toEqual(new Uint8Array(1))
})
