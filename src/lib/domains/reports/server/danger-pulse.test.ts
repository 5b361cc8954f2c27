import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createDangerPulse } from './danger-pulse.ts'

const start = 1_772_000_040_000

/** A pulse with a clock of its own; `pass` lets whole minutes go by in each of which so many come. */
const open = () => {
	let clock = start
	const pulse = createDangerPulse(() => new Date(clock))
	const pass = (minutes: number, count: number): void => {
		for (let number = 0; number < minutes; number++) {
			for (let report = 0; report < count; report++) pulse.add()
			clock += 60_000
		}
	}
	return { ...pulse, pass, jump: (milliseconds: number) => (clock += milliseconds) }
}

test('nothing is told of a minute before it is over, and then only tens', () => {
	const { add, describe, pass, jump } = open()
	for (let report = 0; report < 39; report++) add()
	expect(describe()).toEqual({ lastMinute: 0, isAboveUsual: false })
	jump(60_000)
	expect(describe()).toEqual({ lastMinute: 30, isAboveUsual: true })
	pass(1, 9)
	expect(describe().lastMinute).toBe(0)
})

test('no single report changes what is told below ten', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(9), { maxLength: 30 }), (counts) => {
			const { describe, pass } = open()
			for (const count of counts) {
				pass(1, count)
				expect(describe()).toEqual({ lastMinute: 0, isAboveUsual: false })
			}
		}),
	)
})

test('a flood is told while it lasts and a quarter of an hour longer', () => {
	const { describe, pass } = open()
	pass(120, 3)
	pass(180, 400)
	expect(describe()).toEqual({ lastMinute: 400, isAboveUsual: true })
	pass(15, 2)
	expect(describe()).toEqual({ lastMinute: 0, isAboveUsual: true })
	pass(1, 2)
	expect(describe().isAboveUsual).toBe(false)
})

test('what has grown slowly to be usual is no flood, and many more than that is one', () => {
	const { describe, pass } = open()
	for (let count = 1; count <= 40; count++) pass(30, count)
	expect(describe()).toEqual({ lastMinute: 40, isAboveUsual: false })
	pass(1, 200)
	expect(describe().isAboveUsual).toBe(true)
})

test('what lasts for days becomes usual', () => {
	const { describe, pass } = open()
	pass(1440, 100)
	expect(describe().isAboveUsual).toBe(true)
	pass(2 * 1440, 100)
	expect(describe().isAboveUsual).toBe(false)
})

test('a clock that jumps gives no flood and takes no time to follow', () => {
	fc.assert(
		fc.property(fc.array(fc.integer({ min: -1e12, max: 1e12 }), { maxLength: 20 }), (jumps) => {
			const { add, describe, jump } = open()
			for (const milliseconds of jumps) {
				jump(milliseconds)
				add()
				expect(describe()).toEqual({ lastMinute: 0, isAboveUsual: false })
			}
		}),
	)
})
