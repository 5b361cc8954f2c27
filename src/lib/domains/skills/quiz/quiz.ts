import { languages } from '#base'
import { checkedOn, line, reviewed, slug } from '#domains/guide'
import * as v from 'valibot'
import { forms, type Form } from './form.ts'
import { readers } from '../scenario/scenario.ts'

export const letters = ['a', 'b', 'c'] as const
export type Letter = (typeof letters)[number]

/** Items of a form, and sentences of self-efficacy. */
export const itemCount = 5
const sureCount = 3

const five = <Schema extends v.GenericSchema>(item: Schema) =>
	v.pipe(v.array(item), v.length(itemCount, `must have ${itemCount} entries`))

/** Schema of `quiz.yaml`: skills and right choices, without words. */
export const quizKey = v.strictObject({
	readers: v.picklist(readers),
	/** False where a count or a certificate would be out of place: on thoughts of death nobody is graded. */
	counts: v.optional(v.boolean(), true),
	skills: five(slug),
	right: v.strictObject({ a: five(v.picklist(letters)), b: five(v.picklist(letters)) }),
})
export type QuizKey = v.InferOutput<typeof quizKey>

/** Three choices of an item by their letters. */
const inLetters = (most: number) => v.strictObject({ a: line(most), b: line(most), c: line(most) })
/** Schema of an item: a short situation, three choices, and what is said after each. */
export const quizItem = v.strictObject({ ask: line(220), choices: inLetters(110), because: inLetters(180) })
export type QuizItemWords = v.InferOutput<typeof quizItem>

/** Schema of `<lang>.yaml`: the words of a quiz. */
export const quizWords = v.strictObject({
	title: line(70),
	skills: v.record(slug, line(90)),
	forms: v.strictObject({ a: five(quizItem), b: five(quizItem) }),
	sure: v.pipe(v.array(line(120)), v.length(sureCount, `must have ${sureCount} sentences`)),
	review: reviewed,
	checked: checkedOn,
})
export type QuizWords = v.InferOutput<typeof quizWords>

export type Quiz = QuizKey & { topic: string; words: Partial<Record<(typeof languages)[number], QuizWords>> }

/** Right answers with which a form of so many items counts as mastered: four of five, five of six. */
export const getMasteryCount = (items: number): number => Math.ceil(items * 0.8)

/** Finds where key and words of a quiz do not match; empty when they do. */
export const findQuizFaults = (key: QuizKey, words: QuizWords): string[] => [
	...key.skills.filter((id) => !Object.hasOwn(words.skills, id)).map((id) => `skills.${id}: is missing`),
	...Object.keys(words.skills)
		.filter((id) => !key.skills.includes(id))
		.map((id) => `skills.${id}: is not in quiz.yaml`),
]

/** Everything that a quiz says in one language, a line each. */
export const toQuizTexts = ({ title, skills, forms: asked, sure }: QuizWords): string[] => [
	title,
	...Object.values(skills),
	...forms.flatMap((form) =>
		asked[form].flatMap(({ ask, choices, because }) => [
			ask,
			...Object.values(choices),
			...Object.values(because),
		]),
	),
	...sure,
]

/** Everything that a quiz holds up as right in one language: what is learned, the right choices and why they are. */
export const toRightTexts = (key: QuizKey, words: QuizWords): string[] => [
	...Object.values(words.skills),
	...words.sure,
	...forms.flatMap((form) =>
		words.forms[form].flatMap(({ ask, choices, because }, index) => {
			const right = key.right[form][index] ?? 'a'
			return [ask, choices[right], because[right]]
		}),
	),
]

/** Finds where right answers of a form can be guessed by their letter: each must be right once at least and thrice at most. */
export const findKeyFaults = (key: QuizKey): string[] =>
	forms.flatMap((form) =>
		letters
			.filter((letter) => {
				const count = key.right[form].filter((right) => right === letter).length
				return count < 1 || count > 3
			})
			.map((letter) => `right.${form}: ${letter} must be right once at least and three times at most`),
	)

/** Counts the right `answers`; an answer that is missing or unknown is not. */
export const gradeQuiz = (
	key: Pick<QuizKey, 'right'>,
	form: Form,
	answers: readonly (string | undefined)[],
): number => key.right[form].filter((right, index) => answers[index] === right).length
