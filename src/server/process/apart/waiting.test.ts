import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openWaitingRoom, type Rank, type Task } from './waiting.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const makeTask = (
	rank: Rank,
	refused: unknown[] = [],
	{ gone = new AbortController().signal, body = Buffer.from('des mots') } = {},
): Task => ({
	rank,
	gone,
	frame: { head: { url: '', method: 'POST', headers: [], token: '' }, body },
	resolve: () => undefined,
	reject: (error) => refused.push(error),
})

const fill = (ranks: readonly Rank[]) => {
	const room = openWaitingRoom()
	const tasks = ranks.map((rank) => makeTask(rank))
	for (const task of tasks) room.add(task)
	return { room, takeAll: () => tasks.map(() => tasks.indexOf(room.take(true) as Task)) }
}

test('danger goes first, then tickets, then reports and mailboxes in turn; each in the order in which it came', () => {
	const { room, takeAll } = fill([
		...(['mailbox', 'report', 'danger', 'report'] as const),
		...(['mailbox', 'ticket', 'danger', 'ticket'] as const),
	])
	expect(takeAll()).toEqual([2, 6, 5, 7, 1, 0, 3, 4])
	expect(room.take(true)).toBeUndefined()
})

test('fifty tickets are one share: a flood of them lets mailboxes through', () => {
	const { room } = fill(['mailbox', ...Array.from({ length: 60 }, () => 'ticket' as const)])
	const order = Array.from({ length: 61 }, () => room.take(true)?.rank)
	expect([order.indexOf('mailbox'), order.filter((rank) => rank === 'ticket').length]).toEqual([50, 60])
})

test('a mailbox waits while it may not be taken; a ticket only while reports do', () => {
	const { room } = fill(['mailbox', 'ticket', 'report', 'ticket'])
	expect([false, false, false].map((mayVisit) => room.take(mayVisit)?.rank)).toEqual([
		'report',
		'ticket',
		'ticket',
	])
	expect(room.take(false)).toBeUndefined()
	expect(room.take(true)?.rank).toBe('mailbox')
})

test('each kind has its own limit: what waits of one sends nobody of another away', () => {
	const { room } = fill(Array.from({ length: 200 }, () => 'report' as const))
	const refused: unknown[] = []
	for (const rank of ['ticket', 'mailbox', 'danger'] as const) room.add(makeTask(rank, refused))
	expect(refused).toEqual([])
})

test('the 201st is sent away with its words overwritten; danger is not', () => {
	const room = openWaitingRoom()
	const refused: unknown[] = []
	for (let at = 0; at < 200; at++) room.add(makeTask('report', refused))
	const late = makeTask('report', refused)
	room.add(late)
	room.add(makeTask('danger', refused))
	expect(refused).toMatchObject([{ code: 'reports.busy', status: 503 }])
	expect(late.frame.body.every((byte) => byte === 0)).toBe(true)
	expect(room.take(true)?.rank).toBe('danger')
})

test('who has waited for a minute hears so, and is not answered afterwards; danger waits on', () => {
	const room = openWaitingRoom()
	const refused: unknown[] = []
	const task = makeTask('report', refused)
	room.add(task)
	const danger = makeTask('danger', refused)
	room.add(danger)
	vi.advanceTimersByTime(60_000)
	expect(refused).toMatchObject([{ code: 'reports.busy' }])
	expect(task.frame.body.every((byte) => byte === 0)).toBe(true)
	expect(room.take(true)).toBe(danger)
	expect(room.take(true)).toBeUndefined()
})

test('a thousand forms of danger leave mailbox and report their turn', () => {
	const { room } = fill([...Array.from({ length: 1000 }, () => 'danger' as const), 'mailbox', 'report'])
	const order = Array.from({ length: 12 }, () => room.take(true)?.rank)
	expect([order.indexOf('report'), order.indexOf('mailbox')]).toEqual([3, 7])
	expect(order.filter((rank) => rank === 'danger').length).toBe(10)
})

test('danger holds thirty-two megabytes while it waits: then the longest goes, and what is short keeps its place', () => {
	const room = openWaitingRoom()
	const [short, long] = [[] as unknown[], [] as unknown[]]
	const child = makeTask('danger', short, { body: Buffer.alloc(2000, 1) })
	room.add(child)
	const body = Buffer.alloc(256 * 1024, 1)
	for (let at = 0; at < 200; at++) room.add(makeTask('danger', long, { body: Buffer.from(body) }))
	const late = makeTask('danger', short, { body: Buffer.alloc(2000, 1) })
	room.add(late)
	expect([short.length, long.length]).toEqual([0, 200 - 127])
	expect(long[0]).toMatchObject({ code: 'reports.busy', status: 503 })
	const taken = Array.from({ length: 129 }, () => room.take(true))
	expect([taken.indexOf(child), taken.indexOf(late)]).toEqual([0, 128])
})

test.each(['danger', 'report', 'mailbox', 'ticket'] as const)(
	'%s of a sender who has gone is dropped',
	(rank) => {
		const [room, sender] = [openWaitingRoom(), new AbortController()]
		const refused: unknown[] = []
		const task = makeTask(rank, refused, { gone: sender.signal })
		room.add(task)
		sender.abort()
		const late = makeTask(rank, refused, { gone: sender.signal })
		room.add(late)
		expect(room.take(true)).toBeUndefined()
		expect(refused.length).toBe(2)
		for (const { frame } of [task, late]) expect(frame.body.every((byte) => byte === 0)).toBe(true)
	},
)

test('what has been taken is not overwritten when its sender goes: it is being answered', () => {
	const [room, sender] = [openWaitingRoom(), new AbortController()]
	const task = makeTask('danger', [], { gone: sender.signal })
	room.add(task)
	expect(room.take(true)).toBe(task)
	sender.abort()
	expect(task.frame.body.toString()).toBe('des mots')
})
