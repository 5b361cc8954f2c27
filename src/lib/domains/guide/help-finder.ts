import * as v from 'valibot'
import type { Audience } from './audience.ts'
import { askers, type Asker, type ContactChannel, type Contact, type Hours } from './contact.ts'
import {
	findNextOpening,
	getOpenness,
	isFresh,
	type Calendar,
	type Openness,
	type Opening,
} from './opening-hours.ts'
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
		/**
		 * Kinds of danger: `person`, and the police come first; `health`, and a rescuer and who listens come before
		 * the police.
		 */
		danger: v.optional(v.picklist(['person', 'health']), 'person'),
		/** The door that has the big button at every hour, by asker: where what it does is what is needed. */
		leads: v.optional(v.partial(v.strictObject(v.entriesFromList(askers, slug)))),
		/** Askers to whom the page of the topic speaks as to somebody else: they get no link to it. */
		noPageFor: v.optional(v.array(v.picklist(askers)), () => []),
		/** Askers for a child who may mean themselves: the answer of an adult is one press away, before any word about means. */
		forOneself: v.optional(v.array(v.picklist(askers)), () => []),
		/**
		 * Line about parents for who is under age: `ask`, ask the service first whether it tells them; `who-must-not-know`, say first who must not
		 * know of the call, where it may be they who do harm; `none`. In danger there is none.
		 */
		parents: v.optional(v.picklist(['ask', 'who-must-not-know', 'none']), 'ask'),
		/** Situations that it may turn out to be, or become: their answers are linked under the cards. */
		nearby: v.optional(v.array(slug), () => []),
	}),
)

/** Situation: what a person says has happened. */
export type Situation = v.InferOutput<typeof situationsFile>[number]

/** The topic whose page speaks to an asker in a situation. */
export const getTopicId = ({ topic, topicOf }: Situation, asker: Asker): string => topicOf?.[asker] ?? topic

/** Urgency, how soon help is needed: `now` is danger, `today`, `calm` is to understand. */
export const urgencies = ['now', 'today', 'calm'] as const
export type Urgency = (typeof urgencies)[number]
export const urgencyPictures = { now: 'danger', today: 'today', calm: 'calm' } as const satisfies Record<
	Urgency,
	string
>

/** Answers of the person. */
export type HelpRequest = {
	situation: Situation
	asker: Asker
	urgency: Urgency
	staysUnnamed: boolean
	at: Date
}

/** Facts of the country that the finder uses. */
export type HelpBook = { contacts: readonly Contact[]; calendar: Calendar }

/**
 * A channel of a door, with whether it answers now, and when it does again where that is known. `isRead`: somebody answers now what is
 * written there.
 */
export type OpenChannel = ContactChannel & { openness: Openness; opens: Opening | undefined; isRead: boolean }

const isNow = (openness: Openness): boolean => openness === 'open' || openness === 'always'

/** The hours by which a channel is judged, and whether they are a promise: of this year, or those of an emergency number. */
const getPromise = (channel: ContactChannel, at: Date): { hours: Hours; isKept: boolean } => {
	if ('answers' in channel && channel.answers) {
		const { hours, date } = channel.answers
		return { hours, isKept: isFresh(date, at) }
	}
	if (channel.type !== 'phone' && channel.type !== 'whatsapp') return { hours: channel.hours, isKept: true }
	const { hours, hoursNote, hoursFrom } = channel
	const isKept = hoursNote === 'emergency' || (hoursFrom !== undefined && isFresh(hoursFrom.date, at))
	return { hours, isKept }
}

/** Hours that nobody confirmed this year are no promise that somebody answers. A form can be filled in whenever it can be opened. */
const openChannel = (channel: ContactChannel, calendar: Calendar, at: Date): OpenChannel => {
	const { hours, isKept } = getPromise(channel, at)
	const openness = getOpenness(channel.hours, calendar, at)
	return {
		...channel,
		openness: isKept || openness === 'closed' || !spoken.has(channel.type) ? openness : 'perhaps',
		opens: isKept ? findNextOpening(hours, calendar, at) : undefined,
		isRead: isKept && hours !== channel.hours && isNow(getOpenness(hours, calendar, at)),
	}
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
export type Help = { open: Door[]; always: Door[]; later: Door[] }

const spoken = new Set<ContactChannel['type']>(['phone', 'whatsapp'])
const order: readonly Openness[] = ['open', 'always', 'perhaps', 'closed']

/** The audience whose words stand in for an answer of their own, where a topic has none for the asker. */
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

/** Rank by anonymity: 0 asks none, 1 nobody knows, 2 asks one. */
const getNameRank = ({ names }: Contact): number => {
	if (names === 'asks-name') return 2
	return names === 'unknown' ? 1 : 0
}

const toDoor = (contact: Contact, { calendar }: HelpBook, { at, staysUnnamed }: HelpRequest): Door => {
	// WhatsApp shows the other side a number, a profile name and a picture: last for who wants none of that.
	const getRank = (channel: OpenChannel): number => (staysUnnamed && channel.type === 'whatsapp' ? 1 : 0)
	const channels = contact.channels
		.map((channel) => openChannel(channel, calendar, at))
		.sort((a, b) => getRank(a) - getRank(b) || order.indexOf(a.openness) - order.indexOf(b.openness))
	const openness = order.find((state) => channels.some((channel) => channel.openness === state)) ?? 'closed'
	return { contact, channels, openness, keepsUnnamed: !staysUnnamed || getNameRank(contact) === 0 }
}

const isEmergency = ({ kind }: Contact): boolean => kind === 'emergency'

const worksAlways = (door: Door): boolean => door.channels.some(({ openness }) => openness === 'always')

const isOpenNow = ({ openness }: OpenChannel): boolean => isNow(openness)

/** True when a person answers this door now, by voice or chat. */
const isAnsweredNow = (door: Door): boolean =>
	door.channels.some((channel) => spoken.has(channel.type) && isOpenNow(channel))

const hasVoiceNow = (door: Door): boolean =>
	door.channels.some((channel) => channel.type === 'phone' && isOpenNow(channel))

const placesEmergency = ({ situation, asker }: HelpRequest, book: HelpBook): boolean =>
	getContacts({ situation, asker }, book).some(
		(contact) => isEmergency(contact) && situation.doors.includes(contact.id),
	)

/** Where somebody is hurt, or may hurt themselves, a rescuer and who listens come before the police. */
const getHealthRank = ({ contact }: Door): number => {
	if (contact.danger === 'health') return 0
	return isEmergency(contact) ? 2 : 1
}

/**
 * Doors of a person in danger, in the order in which to call. Danger from a person: emergency numbers first. Danger to health: a rescuer,
 * every voice that answers now, then the police. Where a situation places an emergency number itself, its own order holds for every voice
 * that answers now.
 */
const pickFirstInDanger = (doors: readonly Door[], request: HelpRequest, book: HelpBook): Door[] => {
	if (placesEmergency(request, book)) return doors.filter(hasVoiceNow)
	if (request.situation.danger === 'health')
		return doors.filter(hasVoiceNow).sort((a, b) => getHealthRank(a) - getHealthRank(b))
	return doors.filter((door) => isEmergency(door.contact) && (isAnsweredNow(door) || worksAlways(door)))
}

/** Every door that may be offered, once: in the order of the situation, then the emergency numbers it does not name. */
const getContacts = (
	{ situation, asker }: Pick<HelpRequest, 'situation' | 'asker'>,
	{ contacts }: Pick<HelpBook, 'contacts'>,
): Contact[] => {
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
 * numbers come first in danger (unless the danger is to health, or the situation places one itself) and stand among what always works otherwise; who asked to stay unnamed sees first the
 * doors that ask no name, then those of which nobody knows, then those that ask one; otherwise the order of the
 * situation. A door that answers now but may ask a name leaves `open` to the doors that ask none, where there are any
 * and there is no danger: in danger a voice counts more than a form.
 */
export const findHelp = (request: HelpRequest, book: HelpBook): Help => {
	const { urgency, staysUnnamed } = request
	const doors = getContacts(request, book).map((contact) => toDoor(contact, book, request))
	if (staysUnnamed) doors.sort((a, b) => getNameRank(a.contact) - getNameRank(b.contact))
	const worksNow = (door: Door): boolean => isAnsweredNow(door) || worksAlways(door)
	const first = urgency === 'now' ? pickFirstInDanger(doors, request, book) : []
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
	}
}

/**
 * Numbers to press at once for an asker in a situation: 15, 19, 177 and the helpline that hears this asker, in the order of the danger; the
 * same at every hour.
 */
export const getCalls = (
	{ situation, asker }: Pick<HelpRequest, 'situation' | 'asker'>,
	book: Pick<HelpBook, 'contacts'>,
): Contact[] => {
	const all = getContacts({ situation, asker }, book)
	const helplines = book.contacts.filter(
		({ kind, status, confidence, who }) =>
			kind === 'child-helpline' && status === 'active' && confidence !== 'unverified' && who.includes(asker),
	)
	const isPlaced = all.some((contact) => isEmergency(contact) && situation.doors.includes(contact.id))
	const hasPhone = ({ channels }: Contact): boolean => channels.some(({ type }) => type === 'phone')
	if (isPlaced) return [...new Set([...all.filter(hasPhone), ...helplines])]
	const emergency = all.filter(isEmergency)
	const isRescue = ({ danger }: Contact): boolean => danger === 'health'
	return situation.danger === 'health'
		? [...emergency.filter(isRescue), ...helplines, ...emergency.filter((contact) => !isRescue(contact))]
		: [...emergency, ...helplines]
}
