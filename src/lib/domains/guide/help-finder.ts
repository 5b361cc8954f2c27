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
		topicOf: v.optional(v.partial(v.strictObject(v.entriesFromList(askers, slug)))),
		title: inLanguages,
		hint: inLanguages,
		doors: v.pipe(v.array(slug), v.nonEmpty()),
		who: v.optional(v.pipe(v.array(v.picklist(askers)), v.nonEmpty()), () => [...askers]),
	}),
)

/** What a person says has happened. */
export type Situation = v.InferOutput<typeof situationsFile>[number]

/** The topic whose page speaks to an asker in a situation. */
export const getTopicId = ({ topic, topicOf }: Situation, asker: Asker): string => topicOf?.[asker] ?? topic

/** How soon help is needed: `now` is danger, `today`, `calm` is to understand. */
export const urgencies = ['now', 'today', 'calm'] as const
export type Urgency = (typeof urgencies)[number]

/** What the person answered. */
export type HelpRequest = {
	situation: Situation
	asker: Asker
	urgency: Urgency
	staysUnnamed: boolean
	at: Date
}

/** What the finder knows of the country. */
export type HelpBook = { contacts: readonly Contact[]; calendar: Calendar; topics: readonly Topic[] }

/** A channel of a door, with whether it answers now. */
export type OpenChannel = Channel & { openness: Openness }

/** Hours that were announced and never confirmed are no promise that somebody answers. */
const getChannelOpenness = (channel: Channel, calendar: Calendar, at: Date): Openness => {
	const openness = getOpenness(channel.hours, calendar, at)
	const isAnnounced = 'hoursNote' in channel && channel.hoursNote === 'announced'
	return isAnnounced && openness !== 'closed' ? 'perhaps' : openness
}

/**
 * A door in the answer. `keepsUnnamed` is false only where the person asked to stay unnamed and a name is asked, or
 * nobody knows whether one is.
 */
export type Door = { contact: Contact; channels: OpenChannel[]; openness: Openness; keepsUnnamed: boolean }

/**
 * The answer: `open` stands first (somebody answers now), then `always` (works at any hour), then `later`.
 * `open` and `always` together are never empty. No door stands twice.
 */
export type Help = { open: Door[]; always: Door[]; later: Door[]; topic: string; audience: Audience }

const spoken = new Set<Channel['type']>(['phone', 'whatsapp'])
const order: readonly Openness[] = ['open', 'always', 'perhaps', 'closed']

/** The audience whose pages an asker reads on a topic. */
export const getAudience = (asker: Asker, topic: Topic | undefined): Audience => {
	const wanted: Record<Asker, Audience[]> = {
		child: ['children', 'teens'],
		teen: ['teens'],
		adult: ['citizens', 'parents'],
		parent: ['parents'],
		teacher: ['teachers', 'parents'],
		witness: ['citizens', 'parents'],
	}
	const found = wanted[asker].find((audience) => topic?.audiences.includes(audience))
	return found ?? 'teens'
}

/** How sure it is that a door asks no name: 0 asks none, 1 nobody knows, 2 asks one. */
const getNameRank = ({ names }: Contact): number => {
	if (names === 'asks-name') return 2
	return names === 'unknown' ? 1 : 0
}

const toDoor = (contact: Contact, { calendar }: HelpBook, { at, staysUnnamed }: HelpRequest): Door => {
	// WhatsApp shows the other side a number, a profile name and a picture: last for who wants none of that.
	const getRank = (channel: OpenChannel): number => (staysUnnamed && channel.type === 'whatsapp' ? 1 : 0)
	const channels = contact.channels
		.map((channel) => ({ ...channel, openness: getChannelOpenness(channel, calendar, at) }))
		.sort((a, b) => getRank(a) - getRank(b) || order.indexOf(a.openness) - order.indexOf(b.openness))
	const openness = order.find((state) => channels.some((channel) => channel.openness === state)) ?? 'closed'
	return { contact, channels, openness, keepsUnnamed: !staysUnnamed || getNameRank(contact) === 0 }
}

const isEmergency = ({ kind }: Contact): boolean => kind === 'emergency'

const worksAlways = (door: Door): boolean => door.channels.some(({ openness }) => openness === 'always')

const isOpenNow = ({ openness }: OpenChannel): boolean => openness === 'open' || openness === 'always'

/** True when a person answers this door now, by voice or chat. */
const isAnsweredNow = (door: Door): boolean =>
	door.channels.some((channel) => spoken.has(channel.type) && isOpenNow(channel))

const hasVoiceNow = (door: Door): boolean =>
	door.channels.some((channel) => channel.type === 'phone' && isOpenNow(channel))

/**
 * Doors of a person in danger, in the order in which to call: emergency numbers first. Where a situation places an emergency number
 * itself, its own order holds for every voice that answers now: who wants to die is heard before the police is called.
 */
const pickFirstInDanger = (doors: readonly Door[], situation: Situation): Door[] => {
	const isPlaced = doors.some(({ contact }) => isEmergency(contact) && situation.doors.includes(contact.id))
	return doors.filter((door) =>
		isPlaced ? hasVoiceNow(door) : isEmergency(door.contact) && (isAnsweredNow(door) || worksAlways(door)),
	)
}

/** Every door that may be offered, once: in the order of the situation, then the emergency numbers it does not name. */
const getContacts = ({ situation, asker }: HelpRequest, { contacts }: HelpBook): Contact[] => {
	const offered = contacts.filter(
		({ status, confidence }) => status === 'active' && confidence !== 'unverified',
	)
	const listed = situation.doors
		.map((id) => offered.find((contact) => contact.id === id))
		.filter((contact) => contact !== undefined)
		.filter((contact) => contact.who.includes(asker))
	return [...new Set([...listed, ...offered.filter(isEmergency)])]
}

/**
 * Doors for a situation, by these rules: a suspended door is in none; an unverified one is never offered; emergency
 * numbers come first in danger (unless the situation places one itself) and stand among what always works otherwise; who asked to stay unnamed sees first the
 * doors that ask no name, then those of which nobody knows, then those that ask one; otherwise the order of the
 * situation. A door that answers now but may ask a name leaves `open` to the doors that ask none, where there are any
 * and there is no danger: in danger a voice counts more than a form.
 */
export const findHelp = (request: HelpRequest, book: HelpBook): Help => {
	const { situation, asker, urgency, staysUnnamed } = request
	const doors = getContacts(request, book).map((contact) => toDoor(contact, book, request))
	if (staysUnnamed) doors.sort((a, b) => getNameRank(a.contact) - getNameRank(b.contact))
	const worksNow = (door: Door): boolean => isAnsweredNow(door) || worksAlways(door)
	const first = urgency === 'now' ? pickFirstInDanger(doors, situation) : []
	const hasUnnamed = urgency !== 'now' && doors.some((door) => door.keepsUnnamed && worksNow(door))
	const answering = doors.filter(
		(door) =>
			!first.includes(door) &&
			!isEmergency(door.contact) &&
			isAnsweredNow(door) &&
			(door.keepsUnnamed || !hasUnnamed),
	)
	const rest = doors.filter((door) => !first.includes(door) && !answering.includes(door))
	return {
		open: [...first, ...answering],
		always: rest.filter(worksAlways),
		later: rest.filter((door) => !worksAlways(door)),
		topic: getTopicId(situation, asker),
		audience: getAudience(
			asker,
			book.topics.find(({ id }) => id === getTopicId(situation, asker)),
		),
	}
}
