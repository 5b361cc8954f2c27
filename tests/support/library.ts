import { stringify } from 'yaml'
import type { Language } from '../../src/lib/base/index.ts'
import type { Audience } from '../../src/lib/domains/guide/audience.ts'
import type { Contact } from '../../src/lib/domains/guide/contact.ts'
import type { Situation } from '../../src/lib/domains/guide/help-finder.ts'
import type { Calendar } from '../../src/lib/domains/guide/opening-hours.ts'
import type { InLanguages, Topic } from '../../src/lib/domains/guide/topic.ts'

/** The same text in every language. */
export const inAll = (text: string): InLanguages => ({ ar: text, fr: text, zgh: text, en: text })

/** Who gives the hours of a made door, within the year. */
export const hoursFrom = { source: 'https://example.org/hours', date: '2026-11' }

/** A door that is active, answers the phone at every hour and tells nothing about names. */
export const makeContact = (changes: Partial<Contact> = {}): Contact => ({
	id: 'listener',
	kind: 'child-helpline',
	status: 'active',
	name: inAll('Listener'),
	does: inAll('Listens.'),
	hears: inAll('a person'),
	channels: [{ type: 'phone', value: '2500', hours: 'always', hoursFrom, cost: 'free' }],
	who: ['child', 'teen', 'parent', 'teacher', 'witness'],
	names: 'unknown',
	parents: 'ask-first',
	languages: ['ar'],
	sources: ['https://example.org/listener'],
	seen: '2026',
	confidence: 'likely',
	...changes,
})

/** Weekdays from 10 to 16, as the helpline of the real content. */
export const officeHours = { days: [1, 2, 3, 4, 5], from: '10:00', to: '16:00' }

/** Four doors: an emergency number, a listener, one that asks no name, one that asks a name. */
export const makeContacts = (): Contact[] => [
	makeContact({ id: 'police', kind: 'emergency', confidence: 'sure' }),
	makeContact(),
	makeContact({
		id: 'adviser',
		kind: 'online-safety-helpline',
		names: 'no-name',
		channels: [
			{ type: 'web-form', value: 'https://adviser.example.org', hours: 'always', cost: 'data' },
			{ type: 'whatsapp', value: '+212600000000', hours: officeHours, hoursFrom, cost: 'data' },
		],
	}),
	makeContact({
		id: 'court',
		kind: 'prosecution',
		names: 'asks-name',
		channels: [{ type: 'web-form', value: 'https://court.example.org', hours: 'always', cost: 'data' }],
		who: ['teen', 'parent'],
	}),
]

export const makeTopic = (changes: Partial<Topic> = {}): Topic => ({
	id: 'bullying',
	picture: 'mocked',
	title: inAll('Bullying'),
	risk: { class: 'conduct', dimension: 'aggressive' },
	audiences: ['children', 'teens'],
	namesMeans: [],
	speaksToAdults: false,
	raisesHelpPanel: true,
	doors: ['adviser', 'listener', 'court'],
	...changes,
})

export const makeTopics = (): Topic[] => [
	makeTopic(),
	makeTopic({ id: 'passwords', picture: 'stars', raisesHelpPanel: false, audiences: ['teens'] }),
]

export const makeSituation = (changes: Partial<Situation> = {}): Situation => ({
	id: 'mocked',
	picture: 'mocked',
	topic: 'bullying',
	title: inAll('They mock me'),
	hint: inAll('In class'),
	doors: ['adviser', 'listener', 'court'],
	who: ['child', 'teen', 'parent', 'teacher', 'witness'],
	danger: 'person',
	noPageFor: [],
	forOneself: [],
	nearby: [],
	parents: 'ask',
	...changes,
})

export const makeCalendar = (changes: Partial<Calendar> = {}): Calendar => ({
	zone: 'Africa/Casablanca',
	fixed: [{ day: '11-18', name: 'Independence Day' }],
	announced: [],
	expected: [{ month: 10, day: 1, days: 2, name: 'Eid al-Fitr' }],
	ramadanMonth: 9,
	...changes,
})

/** Six words a sentence, in the script of the language. */
const sentences: Readonly<Record<Language, string>> = {
	ar: 'تحدث اليوم مع شخص تثق به.',
	fr: 'Parle aujourd’hui avec quelqu’un de confiance.',
	zgh: 'ⵙⴰⵡⵍ ⴰⵙⵙⴰ ⴷ ⵢⴰⵏ ⵓⴷⵎⴰⵡⴰⵏ ⵉⵀⵍⴰⵏ.',
	en: 'Talk today with someone you trust.',
}
/** In Arabic a child's page has its vowel marks. */
const forChild = 'نَتَحَدَّثُ الْيَوْمَ مَعَ شَخْصٍ نَثِقُ بِهِ.'

/** The text of a page that `buildLibrary()` takes: short sentences in the right script, all five sections. */
export const makePage = (
	language: Language,
	audience: Audience,
	front: Record<string, unknown> = {},
): string => {
	const sentence = language === 'ar' && audience === 'children' ? forChild : sentences[language]
	const matter = {
		title: sentence,
		summary: sentence,
		now: [sentence, sentence, sentence],
		sources: ['survey'],
		law: ['pc-447-2'],
		related: [],
		review: { native: 'none', specialist: 'none', jurist: 'none' },
		checked: '2026-11-24',
		...front,
	}
	return [
		`---\n${stringify(matter, { lineWidth: 0 })}---`,
		`## ${sentence} {#what}`,
		Array.from({ length: audience === 'children' ? 8 : 42 }, () => sentence).join(' '),
		`## ${sentence} {#do}`,
		`1. ${sentence}\n2. ${sentence}`,
		`## ${sentence} {#say}`,
		`> ${sentence}\n\n> ${sentence}`,
		`## ${sentence} {#not}`,
		`- ${sentence}`,
		`## ${sentence} {#law}`,
		`${sentence}\n`,
	].join('\n\n')
}

type Parts = Partial<{
	contacts: unknown
	topics: unknown
	situations: unknown
	calendar: unknown
	regions: unknown
	sources: unknown
	terms: unknown
	safety: unknown
}>

/** The smallest content tree that `buildLibrary()` takes; each part of the data can be replaced. */
/** Six cards of a child, which say the same. */
const makeCards = () =>
	Array.from({ length: 6 }, () => ({
		scene: 'card',
		say: { ar: 'لَيْسَ ذَنْبِي.', fr: 'Pas ta faute.', zgh: 'ⵓⵔ ⵜⵖⵍⵉⴹⴷ.', en: 'Not your fault.' },
	}))

export const makeFiles = (parts: Parts = {}): Map<string, string> => {
	const survey = { title: 'Survey', publisher: 'Us', date: '2025', seen: '2026-11-24', confidence: 'sure' }
	const files = new Map([
		['content/terms.yaml', stringify(parts.terms ?? { en: [{ avoid: 'predator', use: 'the person' }] })],
		['content/sources.yaml', stringify(parts.sources ?? { survey })],
		['content/country/contacts.yaml', stringify(parts.contacts ?? makeContacts())],
		['content/country/calendar.yaml', stringify(parts.calendar ?? makeCalendar())],
		['content/country/regions.yaml', stringify(parts.regions ?? [])],
		['content/topics/topics.yaml', stringify(parts.topics ?? makeTopics())],
		['content/help/situations.yaml', stringify(parts.situations ?? [makeSituation()])],
		['content/safety/danger.yaml', stringify(parts.safety ?? [])],
		['content/topics/bullying/children/cards.yaml', stringify(makeCards())],
	])
	for (const language of ['ar', 'fr', 'en', 'zgh'] as const)
		for (const audience of ['children', 'teens'] as const)
			files.set(`content/topics/bullying/${audience}/${language}.md`, makePage(language, audience))
	for (const language of ['ar', 'fr', 'en'] as const)
		files.set(`content/topics/passwords/teens/${language}.md`, makePage(language, 'teens'))
	return files
}
