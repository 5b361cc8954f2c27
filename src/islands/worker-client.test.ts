import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openWorkerClient } from './worker-client.ts'

type Sent = readonly [number: number, question: string]

/** Stands in for the browser's worker: says what the test lets it say. */
class StandIn extends EventTarget {
	static started: StandIn[] = []
	sent: Sent[] = []
	isTerminated = false
	constructor() {
		super()
		StandIn.started.push(this)
	}
	postMessage(message: Sent): void {
		this.sent.push(message)
	}
	terminate(): void {
		this.isTerminated = true
	}
	say(data: unknown): void {
		this.dispatchEvent(Object.assign(new Event('message'), { data }))
	}
	fail(): void {
		this.dispatchEvent(new Event('error'))
	}
}

const lastStarted = (): StandIn => {
	const worker = StandIn.started.at(-1)
	if (!worker) throw new Error('looking for a worker: none was started')
	return worker
}

/** Lets what was promised happen, without letting time pass. */
const settle = async (): Promise<void> => {
	for (let turn = 0; turn < 5; turn++) await Promise.resolve()
}

beforeEach(() => {
	StandIn.started = []
	vi.useFakeTimers()
	vi.stubGlobal('Worker', StandIn)
})
afterEach(() => {
	vi.useRealTimers()
	vi.unstubAllGlobals()
})

test('no worker is started before the first question, and one worker serves them all', async () => {
	const client = openWorkerClient<string, string>('/worker.js', 1000)
	expect(StandIn.started).toHaveLength(0)
	const first = client.ask('a')
	const worker = lastStarted()
	worker.say('ready')
	await settle()
	worker.say([1, 'A'])
	expect(await first).toEqual({ is: 'answered', answer: 'A' })
	const second = client.ask('b')
	await settle()
	worker.say([2, 'B'])
	expect(await second).toEqual({ is: 'answered', answer: 'B' })
	expect(StandIn.started).toHaveLength(1)
})

test('the answer to an older question is never taken for that to a newer one', async () => {
	const client = openWorkerClient<string, string>('/worker.js', 1000)
	const first = client.ask('a')
	const worker = lastStarted()
	worker.say('ready')
	await settle()
	const second = client.ask('b')
	await settle()
	worker.say([1, 'A'])
	worker.say([2, 'B'])
	expect(await first).toEqual({ is: 'outdated' })
	expect(await second).toEqual({ is: 'answered', answer: 'B' })
})

test('what is typed while the worker is being fetched is asked once, as it is at the end', async () => {
	const client = openWorkerClient<string, string>('/worker.js', 1000)
	const [first, second] = [client.ask('a'), client.ask('ab')]
	vi.advanceTimersByTime(60_000)
	const worker = lastStarted()
	worker.say('ready')
	await settle()
	expect(worker.sent).toEqual([[2, 'ab']])
	worker.say([2, 'AB'])
	expect([await first, await second]).toEqual([{ is: 'outdated' }, { is: 'answered', answer: 'AB' }])
})

test('a worker that thinks too long is terminated, and the next question starts another', async () => {
	const client = openWorkerClient<string, string>('/worker.js', 1000)
	const slow = client.ask('a')
	const first = lastStarted()
	first.say('ready')
	await settle()
	vi.advanceTimersByTime(1001)
	expect(await slow).toEqual({ is: 'slow' })
	expect(first.isTerminated).toBe(true)
	const quick = client.ask('b')
	const second = lastStarted()
	second.say('ready')
	await settle()
	second.say([2, 'B'])
	expect(second).not.toBe(first)
	expect(await quick).toEqual({ is: 'answered', answer: 'B' })
})

test('without a network the question fails, and a later one tries again', async () => {
	const client = openWorkerClient<string, string>('/worker.js', 1000)
	const failed = client.ask('a')
	lastStarted().fail()
	expect(await failed).toEqual({ is: 'failed' })
	const again = client.ask('a')
	expect(StandIn.started).toHaveLength(2)
	lastStarted().say('ready')
	await settle()
	lastStarted().say([2, 'A'])
	expect(await again).toEqual({ is: 'answered', answer: 'A' })
})
