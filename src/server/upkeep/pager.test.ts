import { expect, test } from 'vitest'
import { createPager } from './pager.ts'

const start = Date.parse('2026-11-26T02:00:00Z')

/** A desk at night; `waits` holds what nobody has seen. */
const begin = () => {
	const night = { waits: [] as string[], seconds: 0, calls: 0, isDeaf: false }
	const tick = createPager({
		listUnseen: () => Promise.resolve([...night.waits]),
		ring: () => {
			if (night.isDeaf) return Promise.reject(new Error('nobody heard it'))
			night.calls++
			return Promise.resolve()
		},
		now: () => new Date(start + night.seconds * 1000),
	})
	/** Looks every half a minute, as the product does, up to a second. Answer: calls so far. */
	const until = async (seconds: number): Promise<number> => {
		for (; night.seconds <= seconds; night.seconds += 30) await tick().catch(() => undefined)
		return night.calls
	}
	return { night, tick, until }
}

test('nothing waits, nobody is woken', async () => {
	const { until } = begin()
	expect(await until(3600)).toBe(0)
})

test('danger is called out at the first tick, and every five minutes until somebody has seen it', async () => {
	const { night, until } = begin()
	night.waits = ['a']
	expect(await until(0)).toBe(1)
	expect(await until(270)).toBe(1)
	expect(await until(300)).toBe(2)
	expect(await until(900)).toBe(4)
	night.waits = []
	expect(await until(3600)).toBe(4)
})

test('what comes later is called out of its own, but a flood no more than once a minute', async () => {
	const { night, until } = begin()
	night.waits = ['a']
	await until(90)
	night.waits = ['a', 'b']
	expect(await until(120)).toBe(2)
	for (let more = 0; more < 20; more++) {
		night.waits = [...night.waits, `c${more}`]
		await until(150 + more * 30)
	}
	expect(night.calls).toBeLessThanOrEqual(2 + 10)
	expect(night.calls).toBeGreaterThanOrEqual(2 + 9)
})

test('a call that nobody heard is made again at the next tick', async () => {
	const { night, tick, until } = begin()
	night.waits = ['a']
	night.isDeaf = true
	await expect(tick()).rejects.toThrow('nobody heard it')
	expect(await until(60)).toBe(0)
	night.isDeaf = false
	expect(await until(90)).toBe(1)
})

test('a clock that is set back keeps nobody from being called', async () => {
	const { night, tick } = begin()
	night.waits = ['a']
	await tick()
	night.seconds = -7200
	expect(await tick()).toBe(1)
})
