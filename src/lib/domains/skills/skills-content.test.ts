import { expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { toPlainLetters } from '#tools/script/tashkil'
import { createWords } from '#ui/words'
import { readContent, readLibrary } from '../../../../tests/support/content.ts'
import { startRendering } from '../../../../tests/support/rendered.ts'
import { findQuizView } from './quiz/quiz-view.ts'
import { findScenarioView } from './scenario/scenario-view.ts'
import { buildSkills, type Skills } from './skills-library.ts'

const library = readLibrary()
const files = new Map(
	[...readContent()].filter(
		([file]) =>
			file.startsWith('content/skills/') ||
			/^content\/country\/(?:school-year|child-protection)\.yaml$/u.test(file),
	),
)
const skills: Skills = buildSkills(files, library)
const inLanguage = (language: Language): Skills['scenarios'] =>
	skills.scenarios.filter(({ words }) => words[language])

test('content/skills has no file that is not read', () => {
	const wanted = new RegExp(
		`^content/(?:country/(?:school-year|child-protection)|skills/(?:staff/(?:path|(?:path|kit|modules/[^/]+)/(?:${languages.join('|')}))|(?:scenarios|quizzes|lessons)/[^/]+/(?:scenario|quiz|lesson|${languages.join('|')})|disclosure/(?:${languages.join('|')})))\\.yaml$`,
		'u',
	)
	expect([...files.keys()].filter((file) => !wanted.test(file))).toEqual([])
})

test.each(['ar', 'fr', 'en'] as const)(
	'content/skills has 18 scenarios or more on 12 topics or more in %s',
	(language) => {
		expect(inLanguage(language).length).toBeGreaterThanOrEqual(18)
		expect(new Set(inLanguage(language).map(({ topic }) => topic)).size).toBeGreaterThanOrEqual(12)
	},
)

test('content/skills has six scenarios or more in Tamazight', ({ skip }) => {
	skip(inLanguage('zgh').length === 0, 'no scenario is written in Tamazight yet')
	expect(inLanguage('zgh').length).toBeGreaterThanOrEqual(6)
})

test('content/skills has scenarios for children, teens and parents', () => {
	for (const readers of ['children', 'teens', 'parents'])
		expect(skills.scenarios.filter((one) => one.readers === readers).length).toBeGreaterThan(0)
})

test('content/skills names at every end of a scenario a door that exists and can be offered', () => {
	const offered = library.contacts.filter(
		({ status, confidence }) => status === 'active' && confidence !== 'unverified',
	)
	for (const { id, ends } of skills.scenarios)
		for (const [end, { doors }] of Object.entries(ends)) {
			const known = doors.filter((door) => library.contacts.some((contact) => contact.id === door))
			expect(known, `${id}/${end}`).toEqual(doors)
			expect(
				doors.filter((door) => offered.some((contact) => contact.id === door)).length,
				`${id}/${end} leads to a door that is open`,
			).toBeGreaterThan(0)
		}
})

test('content/skills has a page for every step and end of every scenario in every language, with words for every choice', () => {
	for (const { id, steps, ends } of skills.scenarios)
		for (const language of languages)
			for (const place of [undefined, ...Object.keys(steps), ...Object.keys(ends)]) {
				const view = findScenarioView(skills, { id, place, language })
				expect(view, `${id}/${place ?? ''} in ${language}`).toBeDefined()
				for (const choice of view?.step?.choices ?? []) {
					expect(choice.text, `${id}/${place ?? ''} in ${language}`).not.toBe('')
					expect(findScenarioView(skills, { id, place: choice.to, language })).toBeDefined()
				}
			}
})

test('content/skills grades nobody on thoughts of death', () => {
	expect(skills.quizzes.find(({ topic }) => topic === 'self-harm')?.counts).toBe(false)
})

test('content/skills is refused when one of its doors is taken out of contacts.yaml', () => {
	const [door] = Object.values(skills.scenarios[0]?.ends ?? {}).flatMap(({ doors }) => doors)
	const contacts = library.contacts.filter(({ id }) => id !== door)
	expect(() => buildSkills(files, { ...library, contacts })).toThrow(
		`scenario.yaml:1: door ${door} is not in contacts.yaml`,
	)
})

test.each([
	['ar', 'c: "لا أفتحها، ولا أجيب، وأحكي لكبير."', 'c: "أقول لا، وأرى كيف يجيب."'],
	[
		'fr',
		'c: "Je n\'allume rien, je ne réponds plus, j\'en parle."',
		'c: "Je dis un petit non et je regarde sa réaction."',
	],
	['en', 'c: "I leave it off, stop answering, and tell."', 'c: "I say a small no and watch."'],
])(
	'buildSkills() refuses a quiz that calls it right to test who asks for pictures, %s',
	(language, now, wrong) => {
		const file = `content/skills/quizzes/grooming/${language}.yaml`
		const text = files.get(file) ?? ''
		expect(text).toContain(now)
		expect(() => buildSkills(new Map(files).set(file, text.replace(now, wrong)), library)).toThrow(
			'nobody-tests',
		)
	},
)

test('the card for “a pupil told me something” says in every language what the law asks of who works at a school', () => {
	for (const language of languages) {
		const card = skills.disclosure[language]
		expect(card?.do.length, language).toBeGreaterThanOrEqual(5)
		for (const article of ['42', '446'])
			expect(card?.law, language).toMatch(new RegExp(`\\b${article}\\b`, 'u'))
	}
})

test('stories and questions about somebody close who hurts name no mother and no father, in no bubble either', () => {
	const message = library.safety.find(({ id }) => id === 'nobody-at-home-is-assumed-safe')
	const about = <Thing extends { topic: string }>(things: readonly Thing[]): Thing[] =>
		things.filter(({ topic }) => topic === 'abuse-by-someone-close')
	const stories = about(skills.scenarios)
	expect(stories.map(({ readers }) => readers).sort()).toEqual(['children', 'teens'])
	for (const { words } of [...stories, ...about(skills.quizzes)])
		for (const language of languages)
			for (const pattern of message?.never?.[language] ?? ['no pattern'])
				expect(toPlainLetters(JSON.stringify(words[language]))).not.toMatch(new RegExp(pattern, 'iu'))
})

test.each([
	['quizzes/privacy', 'title: "صُوَرِي وَمَعْلُومَاتِي"', 'title: "صوري ومعلوماتي"', 'صوري'],
	['quizzes/games', 'c: "أَكْتُمُ صَوْتَهُ وَأُكْمِلُ اللَّعِبَ."', 'c: "أكتم صوته."', 'أكتم، صوته'],
	['lessons/keys-and-codes', 'title: "مِفْتَاحِي عِنْدِي"', 'title: "مفتاحي عندي"', 'مفتاحي، عندي'],
	['lessons/secrets-and-gifts', 'lines: ["أَقُولُ «لا».", "أَبْتَعِدُ."', 'lines: ["أقول «لا».", "أَبْتَعِدُ."', 'أقول'],
])('buildSkills() wants vowel marks in what children read of %s', (id, now, bare, word) => {
	const file = `content/skills/${id}/ar.yaml`
	const text = files.get(file) ?? ''
	expect(text).toContain(now)
	expect(() => buildSkills(new Map(files).set(file, text.replace(now, bare)), library)).toThrow(
		`without their vowel marks: ${word}`,
	)
})

test('a quiz for children in Arabic can be read with and without its vowel marks, every other one as it is', async () => {
	const rendering = await startRendering()
	const form = await rendering.load('/src/lib/domains/skills/ui/QuizForm.svelte')
	const render = (topic: string, language: Language, isPlain: boolean): string => {
		const view = findQuizView(skills, { topic, form: 'a', language })
		return form({
			words: createWords(language),
			view,
			picture: 'mask',
			emergency: [],
			situation: undefined,
			isPlain,
		})
	}
	await rendering.close()
	const marked = 'صُوَرِي وَمَعْلُومَاتِي'
	expect(render('privacy', 'ar', false)).toContain(marked)
	expect(render('privacy', 'ar', false)).toContain('href="/ar/skills/quiz/privacy/a/plain"')
	expect(render('privacy', 'ar', true)).not.toContain(marked)
	expect(render('privacy', 'ar', true)).toContain(toPlainLetters(marked))
	expect(render('privacy', 'ar', true)).toContain('href="/ar/skills/quiz/privacy/a"')
	for (const [topic, language] of [
		['privacy', 'fr'],
		['bullying', 'ar'],
	] as const)
		expect(render(topic, language, false)).not.toContain('/plain"')
})
