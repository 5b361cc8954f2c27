import fc from 'fast-check'
import { expect, test } from 'vitest'
import { findOfTopic } from './of-topic.ts'

const thing = (id: string, ...topics: string[]) => ({ id, topics })

test('findOfTopic() gives what names a topic, first what names it first', () => {
	const things = [thing('a', 'x', 'y'), thing('b', 'y'), thing('c', 'z'), thing('d', 'z', 'x', 'y')]
	expect(findOfTopic(things, 'y').map(({ id }) => id)).toEqual(['b', 'a', 'd'])
	expect(findOfTopic(things, 'nothing')).toEqual([])
})

test('findOfTopic() turns every link round, none is lost and none is made', () => {
	const topics = ['x', 'y', 'z']
	const things = fc.array(fc.uniqueArray(fc.constantFrom(...topics)).map((own) => ({ topics: own })))
	fc.assert(
		fc.property(things, (all) => {
			const there = all.reduce((sum, one) => sum + one.topics.length, 0)
			const back = topics.reduce((sum, topic) => sum + findOfTopic(all, topic).length, 0)
			expect(back).toBe(there)
		}),
	)
})
