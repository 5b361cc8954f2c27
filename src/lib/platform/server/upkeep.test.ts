import { expect, onTestFinished, test } from 'vitest'
import { createLog } from './log.ts'
import { keepUp, type UpkeepTask } from './upkeep.ts'

const minute = 60_000
const open = (tasks: readonly UpkeepTask[], start = '2026-11-26T12:00:00Z') => {
	let now = new Date(start)
	const lines: { event: string; job: string; count?: number; level: string }[] = []
	const log = createLog('debug', (line) => lines.push(JSON.parse(line) as (typeof lines)[number]))
	const upkeep = keepUp(tasks, { log, zone: 'Africa/Casablanca', now: () => now, tickEvery: 2 ** 30 })
	onTestFinished(() => upkeep.stop())
	const pass = async (minutes: number): Promise<void> => {
		now = new Date(now.getTime() + minutes * minute)
		await upkeep.tick()
	}
	return { ...upkeep, pass, lines }
}
const counting = (job: string, every: UpkeepTask['every']) => {
	const task = { job, every, done: 0, work: () => Promise.resolve((task.done += 1)) }
	return task
}

test('each task is done at its own pace, one line in the log each time', async () => {
	const [quick, slow] = [counting('a.quick', minute), counting('a.slow', 60 * minute)]
	const { pass, lines } = open([quick, slow])
	for (let at = 0; at < 60; at++) await pass(1)
	expect([quick.done, slow.done]).toEqual([60, 1])
	expect(lines.at(-1)).toMatchObject({ event: 'upkeep.done', job: 'a.slow', count: 1, level: 'info' })
	expect(lines).toHaveLength(61)
})

test('work of the night is done once a night at three, and an hour after a start that was later', async () => {
	const night = counting('a.night', 'night')
	const { pass } = open([night]) // noon in Casablanca as well
	await pass(59)
	expect(night.done).toBe(0)
	await pass(1)
	expect(night.done, 'an hour after the start').toBe(1)
	await pass(13 * 60 + 59)
	expect(night.done, 'at 2:59').toBe(1)
	await pass(1)
	expect(night.done, 'at three').toBe(2)
	for (let at = 0; at < 23; at++) await pass(60)
	expect(night.done).toBe(2)
	await pass(60)
	expect(night.done).toBe(3)
})

test('a task that fails is told and tried again, and holds up no other; one that runs is not begun twice', async () => {
	let release = (): void => {}
	const stuck: UpkeepTask = {
		job: 'a.stuck',
		every: minute,
		work: () => new Promise((resolve) => (release = () => resolve(0))),
	}
	const failing: UpkeepTask = {
		job: 'a.failing',
		every: 'night',
		work: () => Promise.reject(new TypeError('CANARY')),
	}
	const quick = counting('a.quick', minute)
	const { pass, lines } = open([stuck, failing, quick])
	const ticks: Promise<void>[] = []
	const passOn = async (minutes: number): Promise<void> => {
		ticks.push(pass(minutes))
		await new Promise(setImmediate)
	}
	for (const minutes of [1, 1, 58]) await passOn(minutes)
	expect([quick.done, lines.filter(({ event }) => event === 'upkeep.fault').length]).toEqual([3, 1])
	await passOn(60)
	expect(lines.filter(({ job }) => job === 'a.failing')).toHaveLength(2)
	expect(JSON.stringify(lines)).not.toContain('CANARY')
	release()
	await Promise.all(ticks)
	expect(lines.filter(({ job }) => job === 'a.stuck')).toHaveLength(1)
})

test('a clock that is set back a day does not stop the work for a day', async () => {
	const quick = counting('a.quick', minute)
	const { pass } = open([quick])
	await pass(1)
	await pass(-24 * 60)
	await pass(1)
	expect(quick.done).toBe(3)
})

test('it is known how each task has gone: when it was last done, and the kind of its last fault, never its words', async () => {
	let isBroken = true
	const given: UpkeepTask = {
		job: 'a.given',
		every: minute,
		work: () => (isBroken ? Promise.reject(new TypeError('words')) : Promise.resolve(3)),
	}
	const { pass, list } = open([given])
	expect(list()).toEqual([{ job: 'a.given', every: minute, done: undefined, fault: undefined }])
	await pass(1)
	const fault = { at: new Date('2026-11-26T12:01:00Z'), name: 'TypeError' }
	expect(list()).toMatchObject([{ done: undefined, fault }])
	isBroken = false
	await pass(1)
	expect(list()).toMatchObject([{ done: { at: new Date('2026-11-26T12:02:00Z'), count: 3 }, fault }])
})

test('what another process does for all is not done here, and is taken over in the same night when that one ends', async () => {
	let isOurs = false
	const [quick, night] = [counting('a.quick', minute), counting('a.night', 'night')]
	const asked = [quick, night].map((task) => Object.assign(task, { isOurs: () => Promise.resolve(isOurs) }))
	const { pass, list, lines } = open(asked)
	await pass(60)
	expect([quick.done, night.done, lines, list()[0]?.done]).toEqual([0, 0, [], undefined])
	isOurs = true
	await pass(60)
	expect([quick.done, night.done]).toEqual([1, 1])
})
