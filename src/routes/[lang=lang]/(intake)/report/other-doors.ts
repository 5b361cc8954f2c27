/** Other doors beside the report: the help finder says which, for nothing said and for everything that can be told. */
import { findHelp, urgencies, type Contact } from '#domains/guide'
import { library } from '#domains/guide/server'
import { formatDoors, mergeDoors, type DoorGroups, type DoorQuestion } from '#domains/reports'

/** Doors before the form, where nothing is said yet: it may be anything, also a link that somebody saw, and both have doors that are faster than a report. */
const unsaid = ['other', 'abuse-seen'] as const

const find = ({ situation: id, asker, isDanger }: DoorQuestion, at: Date): DoorGroups => {
	const situation = library.situations.find((candidate) => candidate.id === id)
	if (!situation) throw new Error(`finding doors: no situation ${id}`)
	const urgency = isDanger ? urgencies[0] : urgencies[1]
	const { open, always, later } = findHelp({ situation, asker, urgency, staysUnnamed: false, at }, library)
	const [now, anyHour, other] = [open, always, later].map((doors) => doors.map(({ contact }) => contact.id))
	return [now ?? [], anyHour ?? [], other ?? []]
}

const isEmergency = (id: string): boolean =>
	library.contacts.some((contact) => contact.id === id && contact.kind === 'emergency')

/** Doors of before the form: numbers for danger stand above it already. */
export const findDoorsBefore = (at: Date): string[] =>
	mergeDoors(unsaid.map((situation) => find({ situation, asker: 'teen', isDanger: false }, at))).filter(
		(id) => !isEmergency(id),
	)

/** The doors of all that can be told, as the page carries them. */
export const writeDoors = (at: Date): string => formatDoors((question) => find(question, at))

/** The contacts that `table` names, those of `first` before the others. */
export const getContactsOf = (table: string, first: readonly string[]): Contact[] => {
	const ids = new Set([...first, ...(table.split('\n')[0] ?? '').split(' ')])
	return [...ids].flatMap((id) => library.contacts.find((contact) => contact.id === id) ?? [])
}
