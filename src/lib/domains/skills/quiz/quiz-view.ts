import type { Language } from '#base'
import { pickWords, type Reviewed } from '#domains/guide'
import { forms, type Form } from './form.ts'
import { getMasteryCount, gradeQuiz, letters, type Letter, type Quiz, type QuizItemWords } from './quiz.ts'
import type { Skills } from '../skills-library.ts'

export type QuizItem = {
	ask: string
	choices: { letter: Letter; text: string; because: string; isRight: boolean }[]
}

/** A form of a quiz, ready to show. Texts are as written; `language` says whose they are. */
export type QuizView = {
	topic: string
	form: Form
	readers: Quiz['readers']
	title: string
	language: Language
	counts: boolean
	items: QuizItem[]
	sure: string[]
	review: Reviewed
	checked: string
}

/** Result of a form: nothing of it is kept. */
export type QuizResult = {
	topic: string
	form: Form
	readers: Quiz['readers']
	title: string
	language: Language
	/** False: neither count nor certificate is shown. */
	counts: boolean
	right: number
	of: number
	isMastered: boolean
	skills: { id: string; text: string; isMastered: boolean }[]
	/** Number of sentences of self-efficacy that were answered with yes. */
	sure: number
	sureOf: number
}

const isForm = (form: string): form is Form => (forms as readonly string[]).includes(form)

/** Items ready to show; `right` has the right letter of each. */
export const toQuizItems = (items: readonly QuizItemWords[], right: readonly Letter[]): QuizItem[] =>
	items.map(({ ask, choices, because }, index) => ({
		ask,
		choices: letters.map((letter) => ({
			letter,
			text: choices[letter],
			because: because[letter],
			isRight: right[index] === letter,
		})),
	}))

/** A form of the quiz of a topic; `undefined` when there is none. */
export const findQuizView = (
	skills: Skills,
	{ topic, form, language }: { topic: string; form: string; language: Language },
): QuizView | undefined => {
	const quiz = skills.quizzes.find((candidate) => candidate.topic === topic)
	const picked = quiz && pickWords(quiz.words, language)
	if (!quiz || !picked || !isForm(form)) return undefined
	const { title, sure, review, checked } = picked.words
	const items = toQuizItems(picked.words.forms[form], quiz.right[form])
	return {
		topic,
		form,
		readers: quiz.readers,
		counts: quiz.counts,
		title,
		language: picked.language,
		items,
		sure,
		review,
		checked,
	}
}

/** Names of the fields of a form: `q1` to `q5` for items, `s1` to `s3` for self-efficacy. */
export const toItemField = (index: number): string => `q${index + 1}`
export const toSureField = (index: number): string => `s${index + 1}`

/**
 * Finds the result of the answers to a form; `undefined` when there is no such form.
 *
 * @param answers - fields as the form sends them; unknown fields and values count as no answer
 */
export const findQuizResult = (
	skills: Skills,
	{
		topic,
		form,
		language,
		answers,
	}: { topic: string; form: string; language: Language; answers: URLSearchParams },
): QuizResult | undefined => {
	const quiz = skills.quizzes.find((candidate) => candidate.topic === topic)
	const picked = quiz && pickWords(quiz.words, language)
	if (!quiz || !picked || !isForm(form)) return undefined
	const of = quiz.skills.length
	const given = Array.from({ length: of }, (_, index) => answers.get(toItemField(index)) ?? undefined)
	const right = gradeQuiz(quiz, form, given)
	const { title, sure } = picked.words
	return {
		topic,
		form,
		readers: quiz.readers,
		title,
		language: picked.language,
		counts: quiz.counts,
		right,
		of,
		isMastered: quiz.counts && right >= getMasteryCount(of),
		skills: quiz.skills.map((id, index) => ({
			id,
			text: picked.words.skills[id] ?? id,
			isMastered: quiz.right[form][index] === given[index],
		})),
		sure: sure.filter((_, index) => answers.get(toSureField(index)) === 'yes').length,
		sureOf: sure.length,
	}
}

/** Quizzes as a list shows them. */
export const getQuizCards = (
	{ quizzes }: Skills,
	language: Language,
): { topic: string; readers: Quiz['readers']; title: string; language: Language }[] =>
	quizzes.flatMap(({ topic, readers, words }) => {
		const picked = pickWords(words, language)
		return picked ? [{ topic, readers, title: picked.words.title, language: picked.language }] : []
	})
