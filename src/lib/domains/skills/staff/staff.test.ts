import { expect, test } from 'vitest'
import { languages, type Language } from '#base'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { getLimits, toSentences, toWords } from '../../guide/page/reading-level.ts'
import { findQuizResult } from '../quiz/quiz-view.ts'
import { buildSkills, type Skills } from '../skills-library.ts'
import { findQuizSubject } from './quiz-subject.ts'
import { findModuleOfStory, findModuleView, getKit, getModuleCards } from './staff-view.ts'
import { moduleMinutes, moduleParts, toTaughtTexts } from './staff.ts'

const library = readLibrary()
const content = readContent()
const files = new Map(
	[...content].filter(([file]) =>
		/^content\/(?:skills\/|country\/(?:school-year|child-protection)\.)/u.test(file),
	),
)
const skills: Skills = buildSkills(files, library)
const { modules, kit, year, protection } = skills.staff
const staffStories = skills.scenarios.filter(({ readers }) => readers === 'teachers')

test('the path has six modules of twenty minutes, each in four languages', () => {
	expect(modules.map(({ id }) => id)).toEqual([
		'signs',
		'disclosure',
		'evidence',
		'law-and-duty',
		'class-work',
		'after-a-crisis',
	])
	expect(Object.values(moduleParts).reduce((sum, minutes) => sum + minutes, 0)).toBe(moduleMinutes)
	for (const { id, words } of modules) expect(Object.keys(words).sort(), id).toEqual([...languages].sort())
	for (const language of languages) {
		expect(getModuleCards(skills, language).map((card) => card.language)).toEqual(modules.map(() => language))
		for (const [index, { id }] of modules.entries()) {
			const view = findModuleView(skills, id, language)
			expect(view).toMatchObject({ id, number: index + 1, of: 6, story: { language } })
			expect(view?.next?.id).toBe(modules[index + 1]?.id)
			for (const { choices } of view?.items ?? [])
				expect(choices.filter(({ isRight }) => isRight)).toHaveLength(1)
		}
	}
	expect(findModuleView(skills, 'nothing', 'fr')).toBeUndefined()
})

test('what a module has to read keeps to the sentences of pages for teachers', () => {
	for (const { id, words } of modules)
		for (const language of languages) {
			const { longest, mean } = getLimits('teachers', language)
			const texts = words[language]?.reading.map(({ text }) => text) ?? []
			const lengths = texts.flatMap(toSentences).map((sentence) => toWords(sentence).length)
			expect(Math.max(...lengths), `${id} ${language}`).toBeLessThanOrEqual(longest)
			expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThanOrEqual(mean)
		}
})

test('every module speaks of law only by records that stand in content/law', () => {
	const provisions = [...content].filter(([file]) => file.startsWith('content/law/provisions/'))
	const known = (id: string): boolean => provisions.some(([, text]) => text.includes(`\n- id: ${id}\n`))
	for (const { id, law } of modules)
		expect(
			law.filter((one) => !known(one)),
			id,
		).toEqual([])
})

test('every story of the staff belongs to a module, and every way through it ends where help is named', () => {
	expect(staffStories.map(({ id }) => findModuleOfStory(skills, id)).sort()).toEqual(
		modules.map(({ id }) => id).sort(),
	)
	for (const { id, start, steps, ends } of staffStories) {
		const reached = new Set<string>()
		const walk = (place: string): void => {
			if (Object.hasOwn(ends, place)) {
				reached.add(place)
				return
			}
			for (const { to } of Object.values(steps[place]?.choices ?? {})) walk(to)
		}
		walk(start)
		expect([...reached].sort(), id).toEqual(Object.keys(ends).sort())
		for (const { doors } of Object.values(ends)) expect(doors.length, id).toBeGreaterThan(1)
	}
})

test('a story of the staff blames nobody at its harder end, and tells what to do today', () => {
	const today: Record<Language, RegExp> = {
		ar: /اليوم|الآن|غدا|من الآن/u,
		fr: /aujourd'hui|maintenant|dès|demain/iu,
		en: /today|now|tomorrow/iu,
		zgh: /ⴰⵙⵙⴰ|ⴷⵖⵉ|ⴰⵙⴽⴽⴰ/u,
	}
	for (const { id, ends, words } of staffStories)
		for (const [end, { outcome }] of Object.entries(ends))
			for (const language of languages)
				if (outcome === 'harder')
					expect(
						`${words[language]?.ends[end]?.title} ${words[language]?.ends[end]?.text}`,
						`${id} ${language}`,
					).toMatch(today[language])
})

/** Things that nobody may ask of a teacher, as a thing that a module holds up. */
const forbidden: Record<Language, RegExp> = {
	ar: /(?<!لا |ولا |دون |لم )(?:نحقق|نعد بالسر|نطلب الصورة|ننسخ الصورة)/u,
	fr: /(?<!ne |n’|n')(?:menez l'enquête|promettez le secret|demandez l'image|copiez l'image|gardez l'image)/iu,
	en: /(?<!not |never |nor )(?:investigate the|promise to keep it secret|ask for the picture|copy the picture|keep the picture)/iu,
	zgh: /(?<!ⵓⵔ )ⵏⵙⵙⵓⵜⵓⵔ ⵜⴰⵡⵍⴰⴼⵜ/u,
}

test('no module holds up investigating, a promise of secrecy, or seeing and copying a picture', () => {
	for (const one of modules)
		for (const language of languages) {
			const words = one.words[language]
			expect(words && toTaughtTexts(one, words).join('\n'), `${one.id} ${language}`).not.toMatch(
				forbidden[language],
			)
		}
})

test('the last check asks one item a module, and five of six give the certificate', () => {
	const quiz = skills.quizzes.find(({ topic }) => topic === 'staff')
	expect(quiz?.skills).toEqual(modules.map(({ id }) => id))
	const answersWith = (right: number): URLSearchParams =>
		new URLSearchParams(
			quiz?.right.b.map((letter, index) => [`q${index + 1}`, index < right ? letter : 'x']) ?? [],
		)
	for (const language of languages) {
		const grade = (right: number) =>
			findQuizResult(skills, { topic: 'staff', form: 'b', language, answers: answersWith(right) })
		expect(grade(6)).toMatchObject({ language, right: 6, of: 6, isMastered: true })
		expect(grade(5)?.isMastered).toBe(true)
		expect(grade(4)?.isMastered).toBe(false)
	}
	expect(new Set(quiz?.right.b).size).toBe(3)
	expect(findQuizSubject(skills, library.topics, 'staff')?.title.fr).toBe(quiz?.words.fr?.title)
	expect(findQuizSubject(skills, library.topics, 'bullying')?.id).toBe('bullying')
	expect(findQuizSubject({ quizzes: [] }, library.topics, 'staff')).toBeUndefined()
})

test('the kit stands in four languages and says in each that no adult sees or keeps a picture', () => {
	expect(Object.keys(kit).sort()).toEqual([...languages].sort())
	for (const language of languages) {
		const { words } = getKit(skills, language)
		expect(words.policy.parts.length).toBeGreaterThanOrEqual(5)
		expect(Object.keys(words.year).sort()).toEqual(year?.days.map(({ id }) => id).sort())
	}
})

test('nobody who protects children in a province is named without a source, nor a place that is none', () => {
	const places = library.regions.flatMap(({ units }) => units.map(({ code }) => code))
	for (const { place, sources, phone } of protection?.units ?? []) {
		expect(places).toContain(place)
		expect(sources.every((source) => source.startsWith('https://'))).toBe(true)
		expect(phone).toBeUndefined() // no number has been confirmed: a new one changes this line too
	}
})

test.each([
	[
		'a module whose story is not there',
		'staff/path.yaml',
		'story: three-lines',
		'story: nothing',
		'no scenario nothing',
	],
	[
		'a module on a topic that is none',
		'staff/path.yaml',
		'topics: [bullying, s',
		'topics: [none, s',
		'topic none is not',
	],
	[
		'a check with fewer items than keys',
		'staff/path.yaml',
		'check: [c, a]',
		'check: [c, a, b]',
		'has 2 items',
	],
	[
		'a secret that is promised',
		'staff/modules/signs/fr.yaml',
		'Puis le silence.',
		'Ça reste entre nous.',
		'secrecy-promised',
	],
])('buildSkills() refuses %s', (_, file, now, wrong, reason) => {
	const path = `content/skills/${file}`
	const text = files.get(path) ?? ''
	expect(text).toContain(now)
	expect(() => buildSkills(new Map(files).set(path, text.replace(now, wrong)), library)).toThrow(reason)
})
