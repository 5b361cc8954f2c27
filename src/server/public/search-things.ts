/**
 * Everything that a visitor can open, besides the pages of topics and the articles of law that have searches of their own: stories,
 * quizzes, lessons, device guides, files, situations, gaps, contacts, pages that stand once. Domains do not know each other, so they meet here.
 */
import { locales, type Language, type Locale } from '#base'
import { findGuideView, getTargetCards } from '#domains/protect'
import { protection } from '#domains/protect/server'
import { pickWords } from '#domains/guide'
import { createThingIndex, findThings, type ThingIndex } from '#domains/guide/search'
import { library } from '#domains/guide/server'
import { findLessonView, getQuizCards, getScenarioCards } from '#domains/skills'
import { skills } from '#domains/skills/server'
import { law } from '#domains/law/server'
import { listPages } from './search-pages.ts'

/** Kinds of things, in the order of the chips. */
export const thingKinds = [
	'help',
	'contact',
	'guide',
	'tool',
	'story',
	'quiz',
	'lesson',
	'file',
	'gap',
	'page',
] as const
export type ThingKind = (typeof thingKinds)[number]

/** A thing that was found: its kind, its title in the language that it is written in, its address behind the locale. */
export type Thing = { kind: ThingKind; title: string; language: Language; address: string }

type Known = { things: Thing[]; index: ThingIndex }

/** A thing with its other names, and with the words that it is found by besides. */
type Entry = Thing & { names?: string; more: string }

const known = new Map<Language, Known>()

const getHelp = (language: Language): Entry[] =>
	library.situations.map(({ id, title, hint }) => ({
		kind: 'help',
		title: title[language],
		language,
		address: `help/${id}`,
		more: Object.values({ ...title, ...hint }).join(' '),
	}))

const getContacts = (language: Language): Entry[] =>
	library.contacts
		.filter(({ status, confidence }) => status === 'active' && confidence !== 'unverified')
		.map(({ name, does, channels, id }) => ({
			kind: 'contact',
			title: name[language],
			language,
			address: `contacts#${id}`,
			names: [...Object.values(name), id, ...channels.map(({ value }) => value)].join(' '),
			more: does[language],
		}))

const getSkills = (language: Language): Entry[] => [
	...getScenarioCards(skills, language, () => true).map(
		({ id, title, setting, topic, language: written }): Entry => ({
			kind: 'story',
			title,
			language: written,
			address: `skills/play/${id}`,
			more: `${setting} ${topic} ${id} histoire story قصة`,
		}),
	),
	...getQuizCards(skills, language).map(({ topic, title, language: written }): Entry => ({
		kind: 'quiz',
		title,
		language: written,
		address: `skills/quiz/${topic}/a`,
		more: `quiz أسئلة ${topic}`,
	})),
	...skills.lessons.flatMap(({ id }): Entry[] => {
		const view = findLessonView(skills, id, language)
		if (!view) return []
		const { title } = view.words
		return [
			{
				kind: 'lesson',
				title,
				language: view.language,
				address: `skills/lessons/${id}`,
				more: `${id} 45 minutes leçon lesson درس`,
			},
		]
	}),
]

const getProtection = (language: Language): Entry[] => [
	...protection.guides.flatMap(({ id }): Entry[] => {
		const view = findGuideView(protection.guides, library.sources, id, { language, at: new Date() })
		if (!view) return []
		const { title } = view.words
		return [
			{
				kind: 'guide',
				title,
				language: view.language,
				address: `tools/guides/${id}`,
				more: `${id} ${view.kind}`,
			},
		]
	}),
	...getTargetCards(protection, language).map(({ id, title, who, group, language: written }): Entry => ({
		kind: 'file',
		title,
		language: written,
		address: `tools/files/${id}`,
		more: `${id} ${group} ${who}`,
	})),
]

const getPages = (locale: Locale, language: Language): Entry[] =>
	listPages(locale).map((page) => ({ ...page, language }))

const getGaps = (language: Language): Entry[] =>
	law.mappings
		.filter(({ assessment }) => assessment === 'gap' || assessment === 'partly')
		.flatMap(({ id, reason, convention }): Entry[] => {
			const picked = pickWords(reason, language)
			if (!picked) return []
			const [title = picked.words] = picked.words.split(/(?<=[.!?؟])\s/u)
			return [
				{
					kind: 'gap',
					title,
					language: picked.language,
					address: `law/conventions/${convention}#${id}`,
					more: `${id} ${convention}`,
				},
			]
		})

const make = (language: Language): Known => {
	const locale = locales.find((one) => one === language) ?? 'ar'
	// First, so that of two that a query names alike the page comes before a thing that stands on it.
	const entries = [
		...getPages(locale, language),
		...getHelp(language),
		...getContacts(language),
		...getProtection(language),
		...getSkills(language),
		...getGaps(language),
	]
	return {
		things: entries.map(({ kind, title, language: written, address }) => ({
			kind,
			title,
			language: written,
			address,
		})),
		index: createThingIndex(
			entries.map(({ title, names = '', more }) => ({ title: `${title} ${names}`, more })),
		),
	}
}

/** Makes what the first question in a language would wait for. */
export const getThings = (language: Language): Known => {
	const made = known.get(language) ?? make(language)
	known.set(language, made)
	return made
}

/** The things that a query names, best first. Keeps nothing of the query. */
export const searchThings = (query: string, language: Language): Thing[] => {
	const { things, index } = getThings(language)
	return findThings(index, query, 12).flatMap((place) => things[place] ?? [])
}
