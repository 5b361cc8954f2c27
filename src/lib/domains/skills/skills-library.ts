import { languages, type Language, type Result } from '#base'
import {
	checkAddresses,
	checkSafety,
	checkTerms,
	checkVowels,
	ContentError,
	makeSafetyText,
	readers as askers,
	type Library,
	type SafetyText,
} from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type * as v from 'valibot'
import {
	disclosureWords,
	findLessonFaults,
	lessonFrame,
	lessonWords,
	toPupilTexts,
	type DisclosureWords,
	type Lesson,
} from './lesson/lesson.ts'
import {
	findKeyFaults,
	findQuizFaults,
	quizKey,
	quizWords,
	toQuizTexts,
	toRightTexts,
	type Quiz,
} from './quiz/quiz.ts'
import { findGraphFaults, findPictureFaults, findWordFaults } from './scenario/scenario-graph.ts'
import { composeStaffQuiz } from './staff/staff-quiz.ts'
import { getStaffSafetyTexts, readStaff, type StaffRoom } from './staff/staff-library.ts'
import { scenarioGraph, scenarioWords, toTold, type Reader, type Scenario } from './scenario/scenario.ts'

/** Everything that is practised, checked. */
export type Skills = {
	scenarios: readonly Scenario[]
	quizzes: readonly Quiz[]
	lessons: readonly Lesson[]
	disclosure: Partial<Record<Language, DisclosureWords>>
	staff: StaffRoom
}

type Words<Value> = Partial<Record<Language, Value>>
type WordsSchema = v.GenericSchema<unknown, { review: unknown; checked: string }>

/** Languages in which everything that is practised must exist. */
const complete: readonly Language[] = ['ar', 'fr', 'en']

const folder = 'content/skills'

/** Invented addresses of stories: their host ends in `.example`, which nobody can own. */
const inventedAddress =
	/(?:https?:\/\/)?[\p{L}\p{N}_.@-]+\.example(?![\p{L}\p{N}_-]|\.[\p{L}\p{N}])(?:[/?#]\S*)?/gu
const withoutExamples = (text: string): string => text.replace(inventedAddress, '')

/** Reads one kind of thing after the other and collects what is wrong. */
class SkillsReader {
	readonly wrong: string[] = []
	readonly #files: ReadonlyMap<string, string>
	readonly #library: Library

	constructor(files: ReadonlyMap<string, string>, library: Library) {
		this.#files = files
		this.#library = library
	}

	refuse(file: string, faults: readonly string[]): void {
		for (const fault of faults) this.wrong.push(`${file}:1: ${fault}`)
	}

	has(file: string): boolean {
		return this.#files.has(file)
	}

	/** Folders of a kind: `content/skills/<kind>/<id>/`. */
	ids(kind: string): string[] {
		const pattern = new RegExp(`^${folder}/${kind}/([^/]+)/`, 'u')
		return [...new Set([...this.#files.keys()].flatMap((file) => pattern.exec(file)?.[1] ?? []))].sort()
	}

	read<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> | undefined {
		const text = this.#files.get(file)
		if (text === undefined) {
			this.refuse(file, ['is missing'])
			return undefined
		}
		const parsed: Result<v.InferOutput<Schema>> = parseTypedYaml(text, schema)
		if (parsed.ok) return parsed.value
		for (const { path, message } of parsed.issues) this.wrong.push(`${file}:${path}: ${message}`)
		return undefined
	}

	/** The words of a thing in every language that has them, each checked against its frame. */
	words<Schema extends WordsSchema>(
		place: string,
		schema: Schema,
		findFaults: (words: v.InferOutput<Schema>, language: Language) => string[],
	): Words<v.InferOutput<Schema>> {
		const found: Words<v.InferOutput<Schema>> = {}
		for (const language of languages) {
			const file = `${place}/${language}.yaml`
			const text = this.#files.get(file)
			if (text === undefined && !complete.includes(language)) continue
			const words = this.read(file, schema)
			if (words === undefined || text === undefined) continue
			this.refuse(file, [
				...findFaults(words, language),
				...checkTerms(text, this.#library.terms[language] ?? []),
				...checkAddresses(withoutExamples(text)),
			])
			found[language] = words
		}
		return found
	}
}

/** Words without vowel marks in what children read in Arabic. */
const findBareWords = (
	{ readers }: { readers: Reader },
	language: Language,
	texts: readonly string[],
): string[] => (readers === 'children' && language === 'ar' ? checkVowels(texts) : [])

const readScenarios = (reader: SkillsReader): Scenario[] =>
	reader.ids('scenarios').flatMap((id) => {
		const place = `${folder}/scenarios/${id}`
		const graph = reader.read(`${place}/scenario.yaml`, scenarioGraph)
		if (!graph) return []
		const faults = findGraphFaults(graph)
		reader.refuse(`${place}/scenario.yaml`, faults)
		const words = reader.words(place, scenarioWords, (texts, language) => [
			...findWordFaults(graph, texts),
			...findBareWords(graph, language, toTold(texts)),
		])
		return [{ ...graph, id, words }]
	})

const readQuizzes = (reader: SkillsReader): Quiz[] =>
	reader.ids('quizzes').flatMap((topic) => {
		const place = `${folder}/quizzes/${topic}`
		const key = reader.read(`${place}/quiz.yaml`, quizKey)
		if (!key) return []
		reader.refuse(`${place}/quiz.yaml`, findKeyFaults(key))
		const words = reader.words(place, quizWords, (texts, language) => [
			...findQuizFaults(key, texts),
			...findBareWords(key, language, toQuizTexts(texts)),
		])
		return [{ ...key, topic, words }]
	})

const readLessons = (reader: SkillsReader): Lesson[] =>
	reader.ids('lessons').flatMap((id) => {
		const place = `${folder}/lessons/${id}`
		const frame = reader.read(`${place}/lesson.yaml`, lessonFrame)
		if (!frame) return []
		const words = reader.words(place, lessonWords, (texts, language) => [
			...findLessonFaults(frame, texts),
			...findBareWords(frame, language, toPupilTexts(texts)),
		])
		return [{ ...frame, id, words }]
	})

const findReferenceFaults = ({ scenarios, quizzes, lessons, staff }: Skills, library: Library): string[] => {
	const topics = new Set(library.topics.map(({ id }) => id))
	const doors = new Set(library.contacts.map(({ id }) => id))
	const played = new Set(scenarios.map(({ id }) => id))
	const asked = new Set(quizzes.map(({ topic }) => topic))
	const faults: string[] = []
	const want = (isThere: boolean, file: string, fault: string): void => {
		if (!isThere) faults.push(`${folder}/${file}:1: ${fault}`)
	}
	for (const { id, topic, ends } of scenarios) {
		const file = `scenarios/${id}/scenario.yaml`
		want(topics.has(topic), file, `topic ${topic} is not in topics.yaml`)
		for (const door of Object.values(ends).flatMap((end) => end.doors))
			want(doors.has(door), file, `door ${door} is not in contacts.yaml`)
	}
	for (const { topic } of quizzes)
		want(topics.has(topic), `quizzes/${topic}/quiz.yaml`, 'is not a topic of topics.yaml')
	for (const lesson of lessons) {
		const file = `lessons/${lesson.id}/lesson.yaml`
		for (const topic of lesson.topics) want(topics.has(topic), file, `topic ${topic} is not in topics.yaml`)
		for (const id of lesson.scenarios) want(played.has(id), file, `scenario ${id} is not there`)
		want(asked.has(lesson.quiz), file, `quiz ${lesson.quiz} is not there`)
	}
	for (const { id, story, topics: named } of staff.modules) {
		for (const topic of named)
			want(topics.has(topic), 'staff/path.yaml', `${id}: topic ${topic} is not in topics.yaml`)
		want(
			scenarios.some((one) => one.id === story && one.readers === 'teachers'),
			'staff/path.yaml',
			`${id}: no scenario ${story} is there for teachers`,
		)
	}
	return faults
}

/** Texts of practice: what a story tells and lets its reader choose, how it ends, and what a quiz calls right. */
export const getSafetyTexts = ({
	scenarios,
	quizzes,
}: Pick<Skills, 'scenarios' | 'quizzes'>): SafetyText[] => [
	...scenarios.flatMap(({ id, topic, readers, words }) =>
		Object.entries(words).flatMap(([language, { steps }]) =>
			Object.entries(steps).map(([part, { say, choices }]) => {
				const all = [...say.map(({ text }) => text), ...Object.values(choices)].join('\n')
				return makeSafetyText({
					file: `${folder}/scenarios/${id}/${language}.yaml`,
					part,
					topics: [topic],
					askers: [askers[readers]],
					language: language as Language,
					words: { step: all },
					all,
				})
			}),
		),
	),
	...scenarios.flatMap(({ id, topic, readers, words }) =>
		Object.entries(words).flatMap(([language, { ends }]) =>
			Object.entries(ends).map(([part, end]) => {
				const all = [end.title, end.text, end.who, end.how, end.words].join('\n')
				return makeSafetyText({
					file: `${folder}/scenarios/${id}/${language}.yaml`,
					part,
					topics: [topic],
					askers: [askers[readers]],
					language: language as Language,
					words: { ending: all },
					all,
				})
			}),
		),
	),
	...quizzes.flatMap((quiz) =>
		Object.entries(quiz.words).map(([language, words]) =>
			makeSafetyText({
				file: `${folder}/quizzes/${quiz.topic}/${language}.yaml`,
				topics: [quiz.topic],
				askers: [askers[quiz.readers]],
				language: language as Language,
				words: { quiz: toRightTexts(quiz, words).join('\n') },
				all: toRightTexts(quiz, words).join('\n'),
			}),
		),
	),
]

/**
 * Reads all that is practised: scenarios, quizzes, lessons, the card for disclosures.
 *
 * @param files - path from the project's root (`content/skills/…`) to text
 * @throws ContentError that names every wrong or missing file with line and reason
 */
export const buildSkills = (files: ReadonlyMap<string, string>, library: Library): Skills => {
	const reader = new SkillsReader(files, library)
	const staff = readStaff(reader)
	const written: Skills = {
		scenarios: readScenarios(reader),
		quizzes: readQuizzes(reader),
		lessons: readLessons(reader),
		disclosure: reader.words(`${folder}/disclosure`, disclosureWords, () => []),
		staff,
	}
	reader.refuse(folder, findPictureFaults(written.scenarios))
	const wrong = [
		...reader.wrong,
		...findReferenceFaults(written, library),
		...checkSafety(
			library.safety,
			[...getSafetyTexts(written), ...getStaffSafetyTexts(staff)],
			['ending', 'quiz'],
		),
	]
	if (wrong.length > 0) throw new ContentError(`content cannot be shown:\n${wrong.join('\n')}`)
	return { ...written, quizzes: [...written.quizzes, ...composeStaffQuiz(staff.modules, staff.path)] }
}
