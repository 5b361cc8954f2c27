import { stringify } from 'yaml'
import type { Language } from '../../src/lib/base/index.ts'
import { buildLibrary, type Library } from '../../src/lib/domains/guide/library.ts'
import type {
	DisclosureWords,
	Lesson,
	LessonFrame,
	LessonWords,
} from '../../src/lib/domains/skills/lesson/lesson.ts'
import type { Quiz, QuizKey, QuizWords } from '../../src/lib/domains/skills/quiz/quiz.ts'
import type {
	Scenario,
	ScenarioGraph,
	ScenarioWords,
} from '../../src/lib/domains/skills/scenario/scenario.ts'
import type { Skills } from '../../src/lib/domains/skills/skills-library.ts'
import { makeFiles } from './library.ts'

type Choices = ScenarioGraph['steps'][string]['choices']
type Does = Choices[string]['does']

/** A step from pairs: `makeStep(['asks-help', 'told'], ['waits', 'second'])` offers the choices `c1` and `c2`. */
export const makeStep = (
	...ways: (readonly [does: Does, to: string])[]
): { choices: Choices; isInPerson: boolean } => ({
	isInPerson: false,
	choices: Object.fromEntries(ways.map(([does, to], index) => [`c${index + 1}`, { does, to }])),
})

export const makeEnd = (
	changes: Partial<ScenarioGraph['ends'][string]> = {},
): ScenarioGraph['ends'][string] => ({
	outcome: 'safe',
	doors: ['listener'],
	...changes,
})

/** A sound graph of three steps and two ends: `first` leads to `second` and `third`, both of them to the ends. */
export const makeGraph = (changes: Partial<ScenarioGraph> = {}): ScenarioGraph => ({
	topic: 'bullying',
	readers: 'teens',
	setting: 'chat',
	app: 'messenger',
	faces: { me: 'ghita', friend: 'anir' },
	harms: [],
	here: [],
	picture: 'mocked',
	offender: 'peer',
	target: 'boy',
	friend: false,
	start: 'first',
	steps: {
		first: makeStep(['keeps-proof', 'second'], ['answers', 'third']),
		second: makeStep(['asks-help', 'told'], ['waits', 'alone']),
		third: makeStep(['blocks', 'told'], ['shares', 'alone']),
	},
	ends: { told: makeEnd(), alone: makeEnd({ outcome: 'harder' }) },
	...changes,
})

/** A graph in which each step leads to the next and, by its other choice, to the end. */
export const makeChain = (length: number): ScenarioGraph => {
	const ids = Array.from({ length }, (_, index) => `s${index + 1}`)
	const steps = Object.fromEntries(
		ids.map((id, index) => [id, makeStep(['refuses', ids[index + 1] ?? 'alone'], ['asks-help', 'told'])]),
	)
	return makeGraph({ start: 's1', steps })
}

const mapValues = <From, To>(record: Record<string, From>, to: (value: From, id: string) => To) =>
	Object.fromEntries(Object.entries(record).map(([id, value]) => [id, to(value, id)]))

const notReviewed = { native: 'none', specialist: 'none' } as const
const checked = '2026-11-25'

/** Words that meet a graph; every text names its place, and its language when one is given. */
export const makeScenarioWords = (
	graph: ScenarioGraph,
	changes: Partial<ScenarioWords> = {},
	language = '',
): ScenarioWords => {
	const inWords = (text: string): string => `${text} ${language}`.trim()
	return {
		title: inWords('Title'),
		intro: inWords('Intro'),
		people: { me: 'Amal', friend: 'Badr' },
		steps: mapValues(graph.steps, ({ choices }, id) => ({
			say: [
				{ by: 'story', text: inWords(`${id} begins`) },
				{ by: 'friend', text: inWords(`${id} goes on`) },
				{ by: 'me', text: inWords(`${id} is answered`) },
			],
			choices: mapValues(choices, (_, choice) => inWords(`${id} ${choice}`)),
		})),
		ends: mapValues(graph.ends, (_, id) => ({
			title: inWords(id),
			text: 'Text',
			who: 'Who',
			how: 'How',
			words: 'Words',
		})),
		review: notReviewed,
		checked,
		...changes,
	}
}

const complete = ['ar', 'fr', 'en'] as const

const inComplete = <Words>(make: (language: Language) => Words): Partial<Record<Language, Words>> =>
	Object.fromEntries(complete.map((language) => [language, make(language)]))

/** A scenario in Arabic, French and English. */
export const makeScenario = (changes: Partial<Scenario> = {}): Scenario => {
	const graph = makeGraph(changes)
	return {
		...graph,
		id: 'class-group',
		words: inComplete((of) => makeScenarioWords(graph, {}, of)),
		...changes,
	}
}

export const makeQuizKey = (changes: Partial<QuizKey> = {}): QuizKey => ({
	readers: 'teens',
	counts: true,
	skills: ['one', 'two', 'three', 'four', 'five'],
	right: { a: ['a', 'b', 'c', 'a', 'b'], b: ['b', 'c', 'a', 'b', 'c'] },
	...changes,
})

const makeItem = (ask: string): QuizWords['forms']['a'][number] => ({
	ask,
	choices: { a: `${ask} A`, b: `${ask} B`, c: `${ask} C` },
	because: { a: `${ask} why A`, b: `${ask} why B`, c: `${ask} why C` },
})

export const makeQuizWords = (changes: Partial<QuizWords> = {}, language = ''): QuizWords => ({
	title: `Quiz ${language}`.trim(),
	skills: Object.fromEntries(makeQuizKey().skills.map((id) => [id, `Skill ${id}`])),
	forms: {
		a: [1, 2, 3, 4, 5].map((number) => makeItem(`Ask a${number}`)),
		b: [1, 2, 3, 4, 5].map((number) => makeItem(`Ask b${number}`)),
	},
	sure: ['Sure 1', 'Sure 2', 'Sure 3'],
	review: notReviewed,
	checked,
	...changes,
})

/** A quiz in Arabic, French and English; right are a, b, c, a, b in form a. */
export const makeQuiz = (changes: Partial<Quiz> = {}): Quiz => ({
	...makeQuizKey(),
	topic: 'bullying',
	words: inComplete((of) => makeQuizWords({}, of)),
	...changes,
})

type Part = LessonFrame['plan'][number]

/** Three parts of a plan: listening, practice, talk. */
export const makePlan = (listening: number, practice: number, talk: number): Part[] => [
	{ id: 'before', minutes: listening, kind: 'listening' },
	{ id: 'scene', minutes: practice, kind: 'practice' },
	{ id: 'after', minutes: talk, kind: 'talk' },
]

export const makeLessonFrame = (changes: Partial<LessonFrame> = {}): LessonFrame => ({
	topics: ['bullying'],
	scenarios: ['class-group'],
	quiz: 'bullying',
	readers: 'teens',
	levels: ['college'],
	print: 'can-copy',
	joins: ['bullying'],
	picture: 'mocked',
	paper: { poster: 'wall', slides: ['a', 'b', 'c', 'd', 'e'], tell: ['a', 'b', 'c', 'd'] },
	plan: makePlan(8, 30, 7),
	...changes,
})

export const makeLessonWords = (changes: Partial<LessonWords> = {}, language = ''): LessonWords => ({
	title: `Lesson ${language}`.trim(),
	aims: ['Aim 1', 'Aim 2'],
	prepare: ['Print'],
	plan: Object.fromEntries(
		makePlan(8, 30, 7).map(({ id }) => [id, { title: `Part ${id}`, teacher: 'Teacher', pupils: 'Pupils' }]),
	),
	sheet: { title: 'Sheet', tasks: [1, 2, 3].map((number) => ({ do: `Task ${number}`, lines: 1 })) },
	talk: { title: 'Talk', text: 'Text', questions: ['Q 1', 'Q 2', 'Q 3'], together: 'Together' },
	poster: { title: 'Poster', lines: ['Line 1', 'Line 2'] },
	slides: [1, 2, 3, 4, 5].map((number) => ({ title: `Slide ${number}`, lines: ['Line'] })),
	review: notReviewed,
	checked,
	...changes,
})

/** A lesson in Arabic, French and English. */
export const makeLesson = (changes: Partial<Lesson> = {}): Lesson => ({
	...makeLessonFrame(),
	id: 'class-without-harm',
	words: inComplete((of) => makeLessonWords({}, of)),
	...changes,
})

export const makeDisclosure = (changes: Partial<DisclosureWords> = {}): DisclosureWords => ({
	title: 'When a pupil tells',
	intro: 'Read this first.',
	before: ['Before 1', 'Before 2'],
	do: ['Do 1', 'Do 2', 'Do 3', 'Do 4', 'Do 5'],
	dont: ['Not 1', 'Not 2', 'Not 3', 'Not 4'],
	say: ['Say 1', 'Say 2', 'Say 3', 'Say 4'],
	after: ['After 1', 'After 2'],
	law: 'An official informs the prosecutor at once.',
	review: notReviewed,
	checked,
	...changes,
})

/** Two scenarios, one quiz and one lesson on bullying, as `buildSkills()` gives them. */
export const makeSkills = (changes: Partial<Skills> = {}): Skills => ({
	scenarios: [makeScenario(), makeScenario({ id: 'left-out', target: 'girl', readers: 'children' })],
	quizzes: [makeQuiz()],
	lessons: [makeLesson()],
	disclosure: inComplete(() => makeDisclosure()),
	staff: { modules: [], path: {}, kit: {}, year: undefined, protection: undefined },
	...changes,
})

/** What {@link makeSkillFiles} points at: the topic `bullying` and the door `listener`. */
export const makeSkillLibrary = (): Library => buildLibrary(makeFiles())

/** The smallest tree of `content/skills` that `buildSkills()` takes, with {@link makeSkillLibrary}. */
export const makeSkillFiles = (): Map<string, string> => {
	const { scenarios, quizzes, lessons, disclosure } = makeSkills()
	const files = new Map<string, string>()
	const add = (place: string, frame: [name: string, value: object] | undefined, words: object): void => {
		if (frame) files.set(`content/skills/${place}/${frame[0]}.yaml`, stringify(frame[1]))
		for (const [language, value] of Object.entries(words))
			files.set(`content/skills/${place}/${language}.yaml`, stringify(value, { lineWidth: 0 }))
	}
	for (const { id, words, ...graph } of scenarios) add(`scenarios/${id}`, ['scenario', graph], words)
	for (const { topic, words, ...key } of quizzes) add(`quizzes/${topic}`, ['quiz', key], words)
	for (const { id, words, ...frame } of lessons) add(`lessons/${id}`, ['lesson', frame], words)
	add('disclosure', undefined, disclosure)
	return files
}
