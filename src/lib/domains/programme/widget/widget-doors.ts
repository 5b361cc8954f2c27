/**
 * Doors that the widget shows: the numbers for danger, who listens to children, the helpline for what happens online. They are those of the
 * guide, in its order; a suspended or unverified one is not among them.
 */
import { addDays } from '#base'
import { getDoors, getEmergency, isStale, type Contact, type Library } from '#domains/guide'

export type WidgetChannel = Contact['channels'][number]

/**
 * Hours of an answer, as the script judges them: at every hour; on ISO weekdays between two minutes of the day (the end not among them), by
 * hours that count until a day (`2026-12-10`, the last); not known.
 */
export type When = 'always' | { days: readonly number[]; from: number; to: number; until: string } | 'unknown'

/** A door and the one way to it that the widget shows. */
export type ChosenDoor = { contact: Contact; channel: WidgetChannel; when: When; isForDanger: boolean }

const toMinutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

/** Last day that is whole of those on which hours given on `date` (a year, a month, a day) count as a promise. */
const findLastFreshDay = (date: string): string => {
	const given = `${date}-01-01`.slice(0, 10)
	let last = given
	while (!isStale(given, new Date(`${addDays(last, 2)}T00:00:00Z`))) last = addDays(last, 1)
	return last
}

const toWhen = (channel: WidgetChannel): When => {
	if (channel.type !== 'phone' && channel.type !== 'whatsapp') return 'unknown'
	const { hours, hoursNote, hoursFrom } = channel
	if (hoursNote === 'emergency' && hours === 'always') return 'always'
	if (hoursNote === 'announced' || !hoursFrom || typeof hours === 'string') return 'unknown'
	const { days, from, to } = hours
	return { days, from: toMinutes(from), to: toMinutes(to), until: findLastFreshDay(hoursFrom.date) }
}

const isSpoken = ({ type }: WidgetChannel): boolean => type === 'phone' || type === 'whatsapp'

/** Chooses the doors of the widget out of those of the guide. */
export const chooseDoors = (library: Library): ChosenDoor[] => {
	const online = library.contacts.filter(({ kind }) => kind === 'online-safety-helpline').map(({ id }) => id)
	return [...getEmergency(library), ...getDoors(library, online)].flatMap((contact) => {
		const channel = contact.channels.find(isSpoken)
		if (!channel) return []
		return [{ contact, channel, when: toWhen(channel), isForDanger: contact.kind === 'emergency' }]
	})
}
