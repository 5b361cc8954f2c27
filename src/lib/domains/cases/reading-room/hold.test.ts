import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createHold } from './hold.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const open = () => {
	const done: string[] = []
	const hold = createHold(
		() => done.push('applied'),
		() => done.push('waits'),
	)
	return { done, hold }
}

test('a change is made at once when nobody points at the list', () => {
	const { done, hold } = open()
	hold.change()
	expect(done).toEqual(['applied'])
})

test('a change waits while hands move, once however often it comes, and is made when they are quiet', () => {
	const { done, hold } = open()
	hold.touch()
	hold.change()
	vi.advanceTimersByTime(4_000)
	hold.touch()
	hold.change()
	vi.advanceTimersByTime(4_999)
	expect(done).toEqual(['waits'])
	vi.advanceTimersByTime(1)
	expect(done).toEqual(['waits', 'applied'])
	hold.change()
	expect(done).toEqual(['waits', 'applied', 'applied'])
})

test('who asks for it gets the change that waits, and nothing when none does', () => {
	const { done, hold } = open()
	hold.touch()
	hold.release()
	expect(done).toEqual([])
	hold.touch()
	hold.change()
	hold.release()
	expect(done).toEqual(['waits', 'applied'])
	vi.advanceTimersByTime(60_000)
	expect(done).toEqual(['waits', 'applied'])
})

test('a list is held by a pointer, a key or the focus, until nobody listens', () => {
	const { done, hold } = open()
	const list = new EventTarget()
	const stop = hold.listen(list as HTMLElement)
	for (const event of ['pointermove', 'pointerdown', 'keydown', 'focusin']) {
		list.dispatchEvent(new Event(event))
		hold.change()
		expect(done.splice(0)).toEqual(['waits'])
		hold.release()
		expect(done.splice(0)).toEqual(['applied'])
	}
	stop()
	list.dispatchEvent(new Event('pointerdown'))
	hold.change()
	expect(done).toEqual(['applied'])
})
