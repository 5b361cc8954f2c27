import * as v from 'valibot'
import type { Audience } from './audience.ts'
import { askers, type Asker, type Channel, type Contact } from './contact.ts'
import { getOpenness, type Calendar, type Openness } from './opening-hours.ts'
import { pictures } from './picture.ts'
import { inLanguages, slug, type Topic } from './topic.ts'

/** Schema of `content/help/situations.yaml`. */
export const situationsFile = v.array(
	v.strictObject({
		id: slug,
		picture: v.picklist(pictures),
		topic: slug,
		title: inLanguages,
		hint: inLanguages,
		doors: v.pipe(v.array(slug), v.nonEmpty()),
		who: v.optional(v.array(v.picklist(askers)), () => [...askers]),
	}),
)

/** What a person says has happened. */
export type Situation = v.InferOutput<typeof situationsFile>[number]

/** How soon help is needed: `now` is danger, `today`, `calm` is to understand. */
export const urgencies = ['now', 'today', 'calm'] as const
export type Urgency = (typeof urgencies)[number]

/** What the person answered. */
export type HelpRequest = { situation: Situation; asker: Asker; urgency: Urgency; staysUnnamed: boolean; at: Date }

/** What the finder knows of the country. */
export type HelpBook = { contacts: readonly Contact[]; calendar: Calendar; topics: readonly Topic[] }

/** A channel of a door, with whether it answers now. */
export type OpenChannel = Channel & { openness: Openness }

/** A door in the answer. `keepsUnnamed` is false only where the person asked to stay unnamed and a name is asked. */
export type Door = { contact: Contact; channels: OpenChannel[]; openness: Openness; keepsUnnamed: boolean }

/**
 * The answer: `open` stands first (somebody answers now), then `always` (works at any hour), then `later`.
 * `open` and `always` together are never empty.
 */
export type Help = { open: Door[]; always: Door[]; later: Door[]; topic: string; audience: Audience }

const spoken = new Set<Channel['type']>(['phone', 'whatsapp'])
const order: readonly Openness[] = ['open', 'always', 'perhaps', 'closed']

const getAudience = (asker: Asker, topic: Topic | undefined): Audience => {
	const wanted: Record<Asker, Audience[]> = {
		child: ['children', 'teens'],
		teen: ['teens'],
		parent: ['parents'],
		teacher: ['teachers', 'parents'],
		witness: ['citizens', 'parents'],
	}
	const found = wanted[asker].find((audience) => topic?.audiences.includes(audience))
	return found ?? 'teens'
}

const toDoor = (contact: Contact, { calendar }: HelpBook, { at, staysUnnamed }: HelpRequest): Door => {
	const channels = contact.channels
		.map((channel) => ({ ...channel, openness: getOpenness(channel.hours, calendar, at) }))
		.sort((a, b) => order.indexOf(a.openness) - order.indexOf(b.openness))
	const keepsUnnamed = !staysUnnamed || contact.names === 'no-name' || contact.names === 'can-stay-unnamed'
	return { contact, channels, openness: channels[0]?.openness ?? 'closed', keepsUnnamed }
}

/** True when a person answers this door now, by voice or chat. */
const isAnsweredNow = (door: Door): boolean =>
	door.channels.some(({ type, openness }) => spoken.has(type) && (openness === 'open' || openness === 'always'))

/**
 * Doors for a situation, by these rules: a suspended door is in none; an unverified one is never offered; emergency
 * numbers come first in danger and stand among what always works otherwise; who asked to stay unnamed sees first the
 * doors that ask no name; otherwise the order of the situation.
 */
export const findHelp = (request: HelpRequest, book: HelpBook): Help => {
	const { situation, asker, urgency } = request
	const offered = book.contacts.filter((contact) => contact.status === 'active' && contact.confidence !== 'unverified')
	const emergency = offered.filter((contact) => contact.kind === 'emergency')
	const listed = situation.doors
		.map((id) => offered.find((contact) => contact.id === id))
		.filter((contact) => contact !== undefined)
		.filter((contact) => contact.who.includes(asker))
	const doors = [...(urgency === 'now' ? [...emergency, ...listed] : [...listed, ...emergency])]
		.map((contact) => toDoor(contact, book, request))
		.sort((a, b) => Number(b.keepsUnnamed) - Number(a.keepsUnnamed) || 0)
	const first = urgency === 'now' ? doors.filter((door) => door.contact.kind === 'emergency') : []
	const rest = doors.filter((door) => !first.includes(door))
	const topic = book.topics.find((candidate) => candidate.id === situation.topic)
	return {
		open: [...first, ...rest.filter((door) => door.contact.kind !== 'emergency' && isAnsweredNow(door))],
		always: rest.filter(
			(door) => (door.contact.kind === 'emergency' || !isAnsweredNow(door)) && door.openness === 'always',
		),
		later: rest.filter((door) => !isAnsweredNow(door) && door.openness !== 'always'),
		topic: situation.topic,
		audience: getAudience(asker, topic),
	}
}
