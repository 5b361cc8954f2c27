import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDesk } from './worker-desk.ts'

type Sent = readonly [number: number, question: string]

/** Stands in for the browser's worker: says what the test lets it say. */
class StandIn extends EventTarget {
	static hired: StandIn[] = []
	sent: Sent[] = []
	isDismissed = false
	constructor() {
		super()
		StandIn.hired.push(this)
	}
	postMessage(message: Sent): void {
		this.sent.push(message)
	}
	terminate(): void {
		this.isDismissed = true
	}
	say(data: unknown): void {
		this.dispatchEvent(Object.assign(new Event('message'), { data }))
	}
	fail(): void {
		this.dispatchEvent(new Event('error'))
	}
}

const lastHired = (): StandIn => {
	const worker = StandIn.hired.at(-1)
	if (!worker) throw new Error('looking for a worker: none was hired')
	return worker
}

/** Lets what was promised happen, without letting time pass. */
const settle = async (): Promise<void> => {
	for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

beforeEach(() => {
	StandIn.hired = []
	vi.useFakeTimers()
	vi.stubGlobal('Worker', StandIn)
})
afterEach(() => {
	vi.useRealTimers()
	vi.unstubAllGlobals()
})

test('nobody is hired before the first question, and one worker serves them all', async () => {
	const desk = openDesk<string, string>('/worker.js', 1000)
	expect(StandIn.hired).toHaveLength(0)
	const first = desk.ask('a')
	const worker = lastHired()
	worker.say('ready')
	await settle()
	worker.say([1, 'A'])
	expect(await first).toEqual({ is: 'answered', answer: 'A' })
	const second = desk.ask('b')
	await settle()
	worker.say([2, 'B'])
	expect(await second).toEqual({ is: 'answered', answer: 'B' })
	expect(StandIn.hired).toHaveLength(1)
})

test('the answer to an older question is never taken for that to a newer one', async () => {
	const desk = openDesk<string, string>('/worker.js', 1000)
	const first = desk.ask('a')
	const worker = lastHired()
	worker.say('ready')
	await settle()
	const second = desk.ask('b')
	await settle()
	worker.say([1, 'A'])
	worker.say([2, 'B'])
	expect(await first).toEqual({ is: 'outdated' })
	expect(await second).toEqual({ is: 'answered', answer: 'B' })
})

test('what is typed while the worker is being fetched is asked once, as it is at the end', async () => {
	const desk = openDesk<string, string>('/worker.js', 1000)
	const [first, second] = [desk.ask('a'), desk.ask('ab')]
	vi.advanceTimersByTime(60_000)
	const worker = lastHired()
	worker.say('ready')
	await settle()
	expect(worker.sent).toEqual([[2, 'ab']])
	worker.say([2, 'AB'])
	expect([await first, await second]).toEqual([{ is: 'outdated' }, { is: 'answered', answer: 'AB' }])
})

test('a worker that thinks too long is dismissed, and the next question hires another', async () => {
	const desk = openDesk<string, string>('/worker.js', 1000)
	const slow = desk.ask('a')
	const first = lastHired()
	first.say('ready')
	await settle()
	vi.advanceTimersByTime(1001)
	expect(await slow).toEqual({ is: 'slow' })
	expect(first.isDismissed).toBe(true)
	const quick = desk.ask('b')
	const second = lastHired()
	second.say('ready')
	await settle()
	second.say([2, 'B'])
	expect(second).not.toBe(first)
	expect(await quick).toEqual({ is: 'answered', answer: 'B' })
})

test('without a network the question fails, and a later one tries again', async () => {
	const desk = openDesk<string, string>('/worker.js', 1000)
	const failed = desk.ask('a')
	lastHired().fail()
	expect(await failed).toEqual({ is: 'failed' })
	const again = desk.ask('a')
	expect(StandIn.hired).toHaveLength(2)
	lastHired().say('ready')
	await settle()
	lastHired().say([2, 'A'])
	expect(await again).toEqual({ is: 'answered', answer: 'A' })
})
