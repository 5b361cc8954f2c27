/** Rooms of the desk as its navigation shows them. */
import type { MessageKey } from '#messages'

export type ListedRoom = { href: string; label: MessageKey; group: string }

/** Rooms by their group, groups and rooms in the order in which they first stand. */
export const toRoomGroups = (rooms: readonly ListedRoom[]): { group: string; rooms: ListedRoom[] }[] =>
	[...new Set(rooms.map(({ group }) => group))].map((group) => ({
		group,
		rooms: rooms.filter((room) => room.group === group),
	}))

/** Paths that belong to a room though they do not begin with its own. */
const within = (path: string): string => path.replace(/^\/desk\/cases(?=\/|$)/u, '/desk/queue')

/** The room that a page belongs to: its own, or the one that it lies in; `undefined` where it is in none that is listed. */
export const findCurrent = (rooms: readonly ListedRoom[], path: string): ListedRoom | undefined =>
	rooms.find(({ href }) => `${within(path)}/`.startsWith(`${href}/`))
