import { expect, test } from 'vitest'
import { findCurrent, toRoomGroups, type ListedRoom } from './room-groups.ts'

const rooms: ListedRoom[] = [
	{ href: '/desk/queue', label: 'case.queue', group: 'work' },
	{ href: '/desk/partners', label: 'partner.title', group: 'partners' },
	{ href: '/desk/dossiers', label: 'desk.left', group: 'work' },
]

test('rooms of a group stand together', () => {
	expect(toRoomGroups(rooms).map(({ group, rooms: own }) => [group, own.map(({ href }) => href)])).toEqual([
		['work', ['/desk/queue', '/desk/dossiers']],
		['partners', ['/desk/partners']],
	])
	expect(toRoomGroups([])).toEqual([])
})

test.each([
	['/desk/partners', '/desk/partners'],
	['/desk/partners/0a0b0c0d', '/desk/partners'],
	['/desk/cases/0a0b0c0d', '/desk/queue'],
	['/desk/partners-of-others', undefined],
	['/desk/account', undefined],
	['/desk', undefined],
])('%s lies in %s', (path, href) => {
	expect(findCurrent(rooms, path)?.href).toBe(href)
})
