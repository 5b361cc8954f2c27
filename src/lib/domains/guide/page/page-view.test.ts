import { expect, test } from 'vitest'
import { readLibrary } from '../../../../../tests/support/content.ts'
import {
	makeContact,
	makeContacts,
	makeFiles,
	makePage,
	makeSituation,
} from '../../../../../tests/support/library.ts'
import { languages } from '#base'
import { toPlainText } from '#tools/script/markdown'
import { findTopicHelp } from '../advice.ts'
import { readers, type Audience } from '../audience.ts'
import type { Asker, Contact } from '../contact.ts'
import { findHelp } from '../help-finder.ts'
import { buildLibrary, type Library } from '../library.ts'
import { toWords } from './reading-level.ts'
import { findPageView, getDoors, getEmergency, getPageLinks, type PageView } from './page-view.ts'

const today = new Date('2026-11-25T12:00:00Z')
const library = buildLibrary(makeFiles())
const idsOf = (contacts: readonly Contact[]): string[] => contacts.map(({ id }) => id)

/** The library with some doors changed, after it was built. */
const withDoor = (id: string, changes: Partial<Contact>, of: Library = library): Library => ({
	...of,
	contacts: of.contacts.map((contact) => (contact.id === id ? { ...contact, ...changes } : contact)),
})
const viewOf = (of: Library, at = today): PageView => {
	const view = findPageView(of, { topicId: 'bullying', audience: 'teens', language: 'en', at })
	if (!view) throw new Error('cannot view bullying/teens/en: the library has no such page')
	return view
}

test('findPageView() gives the page with doors in the order of the topic', () => {
	const view = viewOf(library)
	expect(idsOf(view.doors)).toEqual(['adviser', 'listener', 'court'])
	expect(idsOf(view.emergency)).toEqual(['police', 'listener'])
	expect(view).toMatchObject({ picture: 'mocked', raisesHelpPanel: true, otherAudiences: ['children'] })
	expect(view.sources.map(({ title }) => title)).toEqual(['Survey'])
})

test('findPageView() gives nothing for a topic, or an audience of it, that has no page', () => {
	expect(
		findPageView(library, { topicId: 'unknown', audience: 'teens', language: 'en', at: today }),
	).toBeUndefined()
	expect(
		findPageView(library, { topicId: 'passwords', audience: 'children', language: 'en', at: today }),
	).toBeUndefined()
})

test('findPageView() falls back to the nearest language and says which it is', () => {
	expect(
		findPageView(library, { topicId: 'passwords', audience: 'teens', language: 'zgh', at: today })?.page
			.language,
	).toBe('ar')
})

test('findPageView() says that a page is stale from 366 days after it was checked', () => {
	expect(viewOf(library, new Date('2027-11-24T00:00:00Z')).isStale).toBe(false)
	expect(viewOf(library, new Date('2027-11-25T00:00:00Z')).isStale).toBe(true)
})

test('findPageView() names the reviews that a page still wants', () => {
	const review = { native: { by: 'Amal', on: '2026-11-20' }, specialist: 'none', jurist: 'none' }
	const files = makeFiles().set('content/topics/bullying/teens/en.md', makePage('en', 'teens', { review }))
	expect(viewOf(library).missingReviews).toEqual(['native', 'specialist', 'jurist'])
	expect(viewOf(buildLibrary(files)).missingReviews).toEqual(['specialist', 'jurist'])
})

test('findPageView() leads from a topic to the situation that is shown by its picture, and to who reads it', () => {
	expect(viewOf(library).situation).toBe('mocked/teen')
	const regret = makeSituation({ id: 'regret', picture: 'regret' })
	const two = buildLibrary(makeFiles({ situations: [regret, makeSituation()] }))
	expect(viewOf(two).situation).toBe('mocked/teen')
	const adults = buildLibrary(makeFiles({ situations: [makeSituation({ who: ['parent'] })] }))
	expect(viewOf(adults).situation).toBe('mocked')
	expect(
		findPageView(library, { topicId: 'passwords', audience: 'teens', language: 'en', at: today })?.situation,
	).toBeUndefined()
})

test('the page of a topic says first what the answer of its situation says first to the same reader', () => {
	const real = readLibrary()
	const answered = real.situations.filter(({ id }) => real.answers.some(({ situation }) => situation === id))
	const of = real.topics.flatMap((topic) =>
		answered.filter((one) => one.topic === topic.id && one.picture === topic.picture),
	)
	for (const situation of of)
		for (const [audience, asker] of Object.entries(readers) as [Audience, Asker][]) {
			const view = findPageView(real, { topicId: situation.topic, audience, language: 'fr', at: today })
			const answer = real.answers.find(
				(one) => one.situation === situation.id && one.asker === asker && one.language === 'fr',
			)
			const isToAdults =
				audience === 'citizens' &&
				real.topics.some(({ id, speaksToAdults }) => id === situation.topic && speaksToAdults)
			if (view && answer && !isToAdults)
				expect(view.now, `${situation.topic} ${audience}`).toEqual(answer.now)
		}
})

test('stories, quizzes and panels about a topic lead to the answer for who reads them, and say it first', () => {
	const real = readLibrary()
	const help = findTopicHelp(real, { topic: 'sexual-extortion', audience: 'teens', language: 'fr' })
	expect(help?.situation).toBe('threatened/teen')
	expect(help?.advice?.now).toEqual(
		real.answers.find(
			({ situation, asker, language }) => situation === 'threatened' && asker === 'teen' && language === 'fr',
		)?.now,
	)
	expect(
		findTopicHelp(real, { topic: 'law-and-reporting', audience: 'teens', language: 'fr' }),
	).toBeUndefined()
})

test('no page for children offers a door that hears no child', () => {
	const real = readLibrary()
	for (const topic of real.topics.filter(({ audiences }) => audiences.includes('children')))
		for (const door of findPageView(real, {
			topicId: topic.id,
			audience: 'children',
			language: 'ar',
			at: today,
		})?.doors ?? [])
			expect(door.who, `${topic.id} ${door.id}`).toContain('child')
})

test('findPageView() links related pages in the language of the reader, or the nearest', () => {
	const files = makeFiles()
	for (const language of ['en', 'zgh'] as const)
		files.set(
			`content/topics/bullying/teens/${language}.md`,
			makePage(language, 'teens', { related: ['passwords'] }),
		)
	const linked = buildLibrary(files)
	expect(viewOf(linked).related).toMatchObject([
		{ topic: 'passwords', audience: 'teens', language: 'en', picture: 'stars' },
	])
	expect(
		findPageView(linked, { topicId: 'bullying', audience: 'teens', language: 'zgh', at: today })?.related[0]
			?.language,
	).toBe('ar')
})

test('getPageLinks() lists the topics of an audience in their order', () => {
	expect(getPageLinks(library, 'teens', 'fr').map(({ topic }) => topic)).toEqual(['bullying', 'passwords'])
	expect(getPageLinks(library, 'children', 'fr').map(({ topic }) => topic)).toEqual(['bullying'])
	expect(getPageLinks(library, 'citizens', 'fr')).toEqual([])
})

test.each([{ status: 'suspended' }, { confidence: 'unverified' }] as const)(
	'a door with %j disappears from every view',
	(changes) => {
		for (const { id } of makeContacts()) {
			const changed = withDoor(id, changes)
			const view = viewOf(changed)
			const request = {
				situation: makeSituation(),
				asker: 'teen',
				urgency: 'now',
				staysUnnamed: false,
				at: today,
			} as const
			const help = findHelp(request, changed)
			const shown = [...view.doors, ...view.emergency, ...getDoors(changed, [id]), ...getEmergency(changed)]
			const offered = [...help.open, ...help.always, ...help.later].map(({ contact }) => contact)
			expect(idsOf([...shown, ...offered])).not.toContain(id)
			expect(idsOf([...shown, ...offered]).length).toBeGreaterThan(0)
		}
	},
)

test('getDoors() leaves out an id that is no door', () => {
	expect(idsOf(getDoors(library, ['nobody', 'listener']))).toEqual(['listener'])
})

test('getEmergency() gives the emergency numbers first, then the helpline for children, and no other door', () => {
	const more = {
		...library,
		contacts: [...library.contacts, makeContact({ id: 'rescue', kind: 'emergency' })],
	}
	expect(idsOf(getEmergency(more))).toEqual(['police', 'rescue', 'listener'])
})

test('getEmergency() follows the order of a topic whose first door is an emergency number, with the line that listens', () => {
	const more = {
		...library,
		contacts: [...library.contacts, makeContact({ id: 'rescue', kind: 'emergency' })],
	}
	expect(idsOf(getEmergency(more, ['rescue', 'listener', 'adviser', 'police']))).toEqual([
		'rescue',
		'listener',
		'police',
	])
	expect(idsOf(getEmergency(more, ['listener', 'rescue']))).toEqual(['police', 'rescue', 'listener'])
})

test('a page offers its readers no door that does not take them', () => {
	const real = readLibrary()
	const readers = {
		children: ['child'],
		teens: ['teen'],
		parents: ['parent'],
		teachers: ['teacher'],
		citizens: ['witness', 'adult'],
	} as const
	for (const topic of real.topics)
		for (const audience of topic.audiences)
			for (const door of findPageView(real, { topicId: topic.id, audience, language: 'ar', at: today })
				?.doors ?? [])
				expect(
					readers[audience].some((reader) => door.who.includes(reader)),
					`${topic.id}/${audience}: ${door.id}`,
				).toBe(true)
})

test('a page for citizens offers the doors of those of age to whom it happened; pages of others do not', () => {
	const real = readLibrary()
	const getDoorIds = (topic: string, audience: Audience): string[] =>
		(findPageView(real, { topicId: topic, audience, language: 'ar', at: today })?.doors ?? []).map(
			({ id }) => id,
		)
	expect(getDoorIds('adult-victims-images', 'citizens')).toContain('stopncii')
	expect(getDoorIds('adult-victims-images', 'citizens')).not.toContain('ncmec-takeitdown')
	expect(getDoorIds('intimate-images', 'teens')).not.toContain('stopncii')
})

test('every page of the real content has a view in every language, with a door and the emergency numbers', () => {
	const real = readLibrary()
	for (const topic of real.topics)
		for (const audience of topic.audiences)
			for (const language of languages) {
				const view = findPageView(real, { topicId: topic.id, audience, language, at: today })
				const place = `${topic.id}/${audience}/${language}`
				expect(view?.doors.length, place).toBeGreaterThan(0)
				const isToAdults = audience === 'citizens' && topic.speaksToAdults
				const numbers =
					topic.id === 'self-harm'
						? ['civil-protection', 'onde-2511', 'police', 'gendarmerie']
						: ['police', 'gendarmerie', 'civil-protection', 'onde-2511']
				expect(idsOf(view?.emergency ?? []), place).toEqual(
					numbers.filter((id) => !(isToAdults && id === 'onde-2511')),
				)
				expect(view?.related.length, place).toBe(view?.page.related.length)
				expect(view?.sources.length, place).toBeGreaterThan(0)
			}
})

test('a child’s page shows who answers by voice or message; portals, doors for adults and the law stand with the grown-up', () => {
	const children = findPageView(library, {
		topicId: 'bullying',
		audience: 'children',
		language: 'en',
		at: today,
	})
	expect(children?.doors.map(({ id, channels }) => [id, ...channels.map(({ type }) => type)])).toEqual([
		['adviser', 'whatsapp'],
		['listener', 'phone'],
	])
	expect(idsOf(children?.grownUp?.doors ?? [])).toEqual(['adviser', 'court'])
	expect(children?.grownUp?.law).toBeUndefined()
	expect(viewOf(library).grownUp).toBeUndefined()
})

test('the grown-up beside a child reads the law of every topic as parents do', () => {
	const real = readLibrary()
	for (const topic of real.topics.filter(({ audiences }) => audiences.includes('children')))
		for (const language of languages) {
			const view = findPageView(real, { topicId: topic.id, audience: 'children', language, at: today })
			expect(view?.grownUp?.law?.markdown, `${topic.id} ${language}`).toBeTruthy()
			for (const { channels } of view?.doors ?? [])
				expect(channels.map(({ type }) => type)).not.toContain(expect.stringMatching(/^web|in-person/u))
		}
})

test('a child’s page shows 120 words at most, with the first things of its situation', () => {
	const real = readLibrary()
	for (const topic of real.topics.filter(({ audiences }) => audiences.includes('children')))
		for (const language of languages) {
			const view = findPageView(real, { topicId: topic.id, audience: 'children', language, at: today })
			if (!view) throw new Error(`no page ${topic.id} ${language}`)
			const { title, sections } = view.page
			const shown = [title, ...view.now.map((step) => step.do)]
			const body = Object.values(sections).map(({ markdown }) => toPlainText(markdown))
			expect(toWords([...shown, ...body].join('\n')).length, `${topic.id} ${language}`).toBeLessThanOrEqual(
				120,
			)
		}
})
