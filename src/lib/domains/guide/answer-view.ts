import type { Language } from '#base'
import { findAdvice, type Advice } from './advice.ts'
import type { Asker, Contact } from './contact.ts'
import {
	findHelp,
	getCalls,
	getTopicId,
	type Door,
	type Help,
	type HelpRequest,
	type OpenChannel,
	type Situation,
} from './help-finder.ts'
import { findPageOrFallback, type Library } from './library.ts'
import { getNextChange } from './opening-hours.ts'
import type { Audience } from './audience.ts'

/** Markdown of words to say: the first quotation with the line that says whom it is for, and the others. */
export type Say = { first: string; more: string | undefined }

/** View of an answer: what one person in one situation sees at a moment. Texts are as written, in the language of `advice`. */
export type AnswerView = {
	advice: Omit<Advice, 'say'> & { say: Say }
	/** Door to try first: somebody who answers now, else what can be written to now. */
	first: Door
	/** A voice of the first door that answers later, where it is known when: stands beside it as a door of its own. */
	later: OpenChannel | undefined
	/** More doors: two small ones at most, that voice among them. */
	beside: Door[]
	help: Help
	/** Numbers for danger, in the order of the danger. */
	calls: Contact[]
	/** The number that *Call* dials: who answers now. */
	call: string
	/** Line about parents for somebody under age: where of a door that is shown nobody knows whether it tells them. None in danger. */
	parents: 'ask' | 'who-must-not-know' | undefined
	/** Life may hang on it: who is hurt goes to a hospital. */
	wantsWard: boolean
	/** Who answers for a child may be in danger themselves: their own answer is one press away, before any word about means. */
	isAlsoForOneself: boolean
	/** The page that says why, and what follows; `undefined` where none is written for who asks. */
	page: { topic: string; audience: Audience; title: string; language: Language } | undefined
	/** What it may turn out to be, or become, for who asks. */
	nearby: Situation[]
}

/** Small doors beside the big one. */
const besideAtMost = 2

/** Cuts words to say behind their first quotation. */
export const splitSay = (markdown: string): Say => {
	const blocks = markdown.trim().split(/\n{2,}/u)
	const end = blocks.findIndex((block) => block.startsWith('>')) + 1
	const more = blocks.slice(end).join('\n\n')
	return { first: blocks.slice(0, end).join('\n\n'), more: more === '' ? undefined : more }
}

const isEmergency = ({ contact }: Door): boolean => contact.kind === 'emergency'

/**
 * Picks the door that stands first: the one that leads for this asker; a voice or chat that answers now; where life may hang on it, the
 * rescuer; else the first that can be written to now. Police are called first only in danger.
 */
const pickFirst = (help: Help, request: HelpRequest): Door | undefined =>
	(request.urgency === 'now' ? undefined : findLeading(help, request)) ?? pickAnswering(help)

const pickAnswering = ({ open, always, later }: Help): Door | undefined =>
	open[0] ??
	always.find((door, index) => !isEmergency(door) || (index === 0 && door.contact.danger === 'health')) ??
	always[0] ??
	later[0]

/** The door that leads for this asker, unless it is closed now by hours that somebody has confirmed. */
const findLeading = ({ open, always, later }: Help, { situation, asker }: HelpRequest): Door | undefined =>
	[...open, ...always, ...later].find(
		({ contact, openness }) => contact.id === situation.leads?.[asker] && openness !== 'closed',
	)

const getPhone = ({ channels }: Pick<Door, 'channels'>): string | undefined =>
	channels.find(({ type, openness }) => type === 'phone' && (openness === 'open' || openness === 'always'))
		?.value

/** The audience that an asker is. Pages for citizens speak to who sees somebody else in trouble, unless a topic is for adults alone. */
const ownAudience: Readonly<Record<Asker, Audience>> = {
	child: 'children',
	teen: 'teens',
	adult: 'citizens',
	parent: 'parents',
	teacher: 'teachers',
	witness: 'citizens',
}

/** The page of the topic, where it is written for who asks; another's page may name what must not be read in their place. */
const findPageOf = (
	library: Library,
	{ situation, asker }: HelpRequest,
	language: Language,
): AnswerView['page'] => {
	const topic = library.topics.find(({ id }) => id === getTopicId(situation, asker))
	const audience = ownAudience[asker]
	const isOwn =
		!situation.noPageFor.includes(asker) && (asker !== 'adult' || situation.topicOf?.adult !== undefined)
	if (!isOwn || !topic?.audiences.includes(audience)) return undefined
	const page = findPageOrFallback(library, { topic: topic.id, audience, language })
	return page && { topic: topic.id, audience, title: page.title, language: page.language }
}

/** True where a life may be at risk: in every danger to health, and where a rescuer stands first whenever help is asked. */
const wantsWard = ({ situation, urgency }: HelpRequest, calls: readonly Contact[]): boolean =>
	situation.danger === 'health' && (urgency === 'now' || situation.doors[0] === calls[0]?.id)

const getParentsLine = (
	{ situation, asker, urgency }: HelpRequest,
	shown: readonly Door[],
): AnswerView['parents'] => {
	const isYoung = asker === 'child' || asker === 'teen'
	if (!isYoung || urgency === 'now' || situation.parents === 'none') return undefined
	const isOpen = shown.some((door) => !isEmergency(door) && door.contact.parents === 'ask-first')
	return isOpen ? situation.parents : undefined
}

/** The answer; `undefined` when there are no words for it in any language that stands near, or no door. */
export const findAnswerView = (
	library: Library,
	request: HelpRequest,
	language: Language,
): AnswerView | undefined => {
	const advice = findAdvice(library, { ...request, language })
	const help = findHelp(request, library)
	const first = pickFirst(help, request)
	if (!advice || !first) return undefined
	const calls = getCalls(request, library)
	const leading = findLeading(help, request)
	const others = [
		...new Set([...(leading ? [leading] : []), ...help.open, ...help.always, ...help.later]),
	].filter((door) => door !== first)
	const later = first.channels.slice(1).find(({ type, opens }) => type === 'phone' && opens !== undefined)
	const beside = others.filter((door) => !isEmergency(door)).slice(0, later ? besideAtMost - 1 : besideAtMost)
	const [firstCall] = calls
	const { door, ...shownAdvice } = advice
	const isTrueOfFirst = door !== undefined && (shownAdvice.doorOf ?? first.contact.id) === first.contact.id
	return {
		advice: { ...shownAdvice, ...(isTrueOfFirst && { door }), say: splitSay(advice.say) },
		first,
		later,
		beside,
		help,
		calls,
		call: [first, ...help.open].map(getPhone).find((phone) => phone) ?? firstCall?.channels[0]?.value ?? '',
		parents: getParentsLine(request, [first, ...beside]),
		wantsWard: wantsWard(request, calls),
		isAlsoForOneself: request.situation.forOneself.includes(request.asker),
		page: findPageOf(library, request, language),
		nearby: library.situations.filter(
			({ id, who }) => request.situation.nearby.includes(id) && who.includes(request.asker),
		),
	}
}

/** Until when every answer stays as it is: no door opens or closes before, and no day ends. */
export const getAnswersUntil = ({ contacts, calendar }: Library, at: Date): Date =>
	getNextChange(
		contacts.flatMap(({ channels }) =>
			channels.flatMap((channel) =>
				'answers' in channel && channel.answers ? [channel.hours, channel.answers.hours] : [channel.hours],
			),
		),
		calendar,
		at,
	)
