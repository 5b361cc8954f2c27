/** Pages lead on by data: everything that can be done names a topic, and no page leads to what is not meant for its readers. */
import { expect, test } from 'vitest'
import { locales } from '#base'
import { audiences } from '#domains/guide'
import { derb } from '#domains/derb/server'
import { library } from '#domains/guide/server'
import { planRules, planTopics } from '#domains/protect/plan/server'
import { protection } from '#domains/protect/server'
import { skills } from '#domains/skills/server'
import type { WayOn } from './way-on.ts'
import { getWaysOn } from './ways-on.ts'

const topics = new Set(library.topics.map(({ id }) => id))
const pages = library.topics.flatMap(({ id, audiences: own }) =>
	own.map((audience) => ({ topic: id, audience })),
)
const waysOf = (audience: (typeof audiences)[number], locale: (typeof locales)[number] = 'fr'): WayOn[] =>
	pages
		.filter((page) => page.audience === audience)
		.flatMap(({ topic }) => getWaysOn({ topic, audience, locale }))

test('every story, lesson, module, guide and step of the plan names at least one topic that is there', () => {
	const all = [
		...skills.scenarios.map(({ id, topic }) => ({ id, topics: [topic] })),
		...skills.lessons,
		...skills.staff.modules,
		...protection.guides,
		...planTopics,
	]
	expect(all.length).toBeGreaterThan(60)
	expect(planTopics.map(({ id }) => id)).toEqual(planRules.steps.map(({ id }) => id))
	for (const { id, topics: own } of all) {
		expect(own.length, id).toBeGreaterThan(0)
		expect(
			own.filter((topic) => !topics.has(topic)),
			id,
		).toEqual([])
		expect(new Set(own).size, id).toBe(own.length)
	}
})

test('every page for parents shows a guide or a step of the plan, where one helps with its topic', () => {
	const named = new Set([...protection.guides, ...planTopics].flatMap((one) => one.topics))
	const wrong = pages
		.filter(({ audience, topic }) => audience === 'parents' && named.has(topic))
		.filter(
			({ topic, audience }) =>
				!getWaysOn({ topic, audience, locale: 'ar' }).some(({ kind }) => kind === 'guide' || kind === 'step'),
		)
	expect(wrong).toEqual([])
	expect(named.size).toBeGreaterThan(12)
})

test('pages for teachers show the lessons of their topic', () => {
	for (const { id, topics: own } of skills.lessons)
		for (const topic of own.filter((one) =>
			pages.some((page) => page.topic === one && page.audience === 'teachers'),
		))
			expect(
				getWaysOn({ topic, audience: 'teachers', locale: 'fr' }).map(({ href }) => href),
				topic,
			).toContain(`/fr/skills/lessons/${id}`)
})

test('no page leads to what is not meant for its readers', () => {
	for (const audience of audiences) {
		const ways = waysOf(audience)
		for (const { kind, href } of ways) {
			const id = href.split('/').at(-1) ?? ''
			if (kind === 'lesson' || kind === 'module') expect(audience, href).toBe('teachers')
			if (kind === 'step') expect(audience, href).toBe('parents')
			if (href.includes('/children/derb/')) expect(audience, href).toBe('children')
			else if (kind === 'story')
				expect(skills.scenarios.find((story) => story.id === id)?.readers, href).toBe(audience)
			if (kind === 'quiz')
				expect(skills.quizzes.find(({ topic }) => href.includes(`/quiz/${topic}/`))?.readers).toBe(audience)
			if (kind === 'guide')
				expect(protection.guides.find((guide) => guide.id === id)?.audiences, href).toContain(audience)
		}
	}
})

test('a page leads nowhere twice, and to two of a kind at most', () => {
	for (const locale of locales)
		for (const page of pages) {
			const ways = getWaysOn({ ...page, locale })
			expect(new Set(ways.map(({ href }) => href)).size, page.topic).toBe(ways.length)
			for (const { kind } of ways) expect(ways.filter((way) => way.kind === kind).length).toBeLessThan(3)
			for (const { title, scene, picture } of ways) {
				expect(title).not.toBe('')
				expect(scene ?? picture, title).toBeDefined()
			}
		}
})

test('a story and a lesson are shown by their own picture', () => {
	for (const { kind, scene, href } of audiences.flatMap((audience) => waysOf(audience)))
		if (kind === 'story' || kind === 'lesson') expect(scene?.src, href).toMatch(/^\/scenes\//u)
})

test('every door of the street is led to from the page of its topic for children, unless two stories stand there already', () => {
	const hrefs = waysOf('children').map(({ href }) => href)
	const stories = (topic: string): number =>
		getWaysOn({ topic, audience: 'children', locale: 'fr' }).filter(({ kind }) => kind === 'story').length
	for (const [index, { topic }] of derb.entries())
		if (!hrefs.includes(`/fr/children/derb/${index + 1}`)) expect(stories(topic), topic).toBe(2)
	expect(hrefs.filter((href) => href.includes('/children/derb/')).length).toBeGreaterThan(5)
})

test('a topic that happens in apps leads to proof, report and block there, for all but children and teachers', () => {
	const named = new Set(protection.apps.flatMap((app) => app.topics))
	for (const { topic, audience } of pages) {
		const ways = getWaysOn({ topic, audience, locale: 'ar' }).filter(({ kind }) => kind === 'app')
		const leads = named.has(topic) && audience !== 'children' && audience !== 'teachers'
		expect(ways.length, `${audience}/${topic}`).toBe(leads ? 2 : 0)
	}
	const [first, list] = getWaysOn({ topic: 'sexual-extortion', audience: 'teens', locale: 'fr' }).filter(
		({ kind }) => kind === 'app',
	)
	expect([first?.href, first?.title]).toEqual([
		'/fr/tools/apps/whatsapp',
		'WhatsApp : preuve, signalement, blocage',
	])
	expect(list?.href).toBe('/fr/tools/apps')
})
