import { expect, test } from 'vitest'
import { formatDoors, mergeDoors, pickDoors, type DoorQuestion } from './other-doors.ts'

/** A help finder whose doors tell what it was asked. */
const find = ({ situation, asker, isDanger }: DoorQuestion) => {
	const own = [`${situation}-${asker}`]
	return isDanger
		? ([['police', ...own], ['form'], []] as const)
		: ([own, ['form', 'police'], ['court']] as const)
}
const table = formatDoors(find)

test('pickDoors() finds the doors of every answer again', () => {
	expect(pickDoors(table, { what: ['grooming'], who: 'child', danger: 'no' })).toEqual([
		'stranger-child',
		'form',
		'police',
		'court',
	])
	expect(pickDoors(table, { what: ['grooming'], who: 'parent', danger: 'now' })).toEqual([
		'police',
		'stranger-parent',
		'form',
	])
	expect(pickDoors(table, { what: [], who: 'unsaid', danger: 'maybe' })[0]).toBe('other-teen')
})

test('who ticked two pictures gets the doors of both, none twice, numbers for danger first or last', () => {
	const what = ['sexual-extortion', 'bullying'] as const
	expect(pickDoors(table, { what: [...what], who: 'teen', danger: 'no' })).toEqual([
		'threatened-teen',
		'mocked-teen',
		'form',
		'police',
		'court',
	])
	expect(pickDoors(table, { what: [...what], who: 'teen', danger: 'now' })[0]).toBe('police')
	expect(
		mergeDoors([
			[[], ['a', 'police'], []],
			[[], ['b', 'police'], []],
		]),
	).toEqual(['a', 'b', 'police'])
})
