import { languages } from '#base'
import { checkedOn, line, reviewed, slug } from '#domains/guide'
import * as v from 'valibot'
import { letters, quizItem } from '../quiz/quiz.ts'

/** Minutes of a module by its parts: reading, a story, a self-check, one thing to carry into the school. */
export const moduleParts = { reading: 6, story: 6, check: 5, carry: 3 } as const
export const moduleMinutes = 20

/** Pictures of modules: what they teach to do, never what befell somebody. */
const modulePictures = ['note-down', 'listen', 'no-forward', 'seal', 'practice', 'stay-close'] as const

const few = <Schema extends v.GenericSchema>(item: Schema, least: number, most: number) =>
	v.pipe(
		v.array(item),
		v.minLength(least, `must have ${least} entries at least`),
		v.maxLength(most, `must have ${most} entries at most`),
	)
const letter = v.picklist(letters)

/** Schema of `staff/path.yaml`: the modules in their order, without words. */
export const staffPath = v.strictObject({
	modules: few(
		v.strictObject({
			id: slug,
			picture: v.picklist(modulePictures),
			/** A scenario written for teachers. */
			story: slug,
			/** Provisions of `content/law` that the module speaks of. */
			law: v.array(slug),
			/** Topics whose pages for teachers say more. */
			topics: v.array(slug),
			/** Right choices: of the items of its self-check, and of its item in the last check. */
			right: v.strictObject({ check: few(letter, 2, 3), last: letter }),
		}),
		1,
		8,
	),
})
export type StaffPath = v.InferOutput<typeof staffPath>
export type StaffFrame = StaffPath['modules'][number]

/** Schema of `staff/modules/<id>/<lang>.yaml`. */
export const staffModuleWords = v.strictObject({
	title: line(60),
	summary: line(200),
	/** Skill that is learned: a line of the certificate. */
	skill: line(90),
	reading: few(v.strictObject({ title: line(60), text: line(700) }), 3, 5),
	/** One thing to do in the school this week. */
	carry: line(300),
	check: few(quizItem, 2, 3),
	last: quizItem,
	review: reviewed,
	checked: checkedOn,
})
export type StaffModuleWords = v.InferOutput<typeof staffModuleWords>

/** Schema of `staff/path/<lang>.yaml`: the words of the last check. */
export const staffPathWords = v.strictObject({
	title: line(70),
	sure: v.pipe(v.array(line(120)), v.length(3, 'must have 3 sentences')),
	review: reviewed,
	checked: checkedOn,
})
export type StaffPathWords = v.InferOutput<typeof staffPathWords>

type InLanguages<Words> = Partial<Record<(typeof languages)[number], Words>>

/** A module of the path: its frame, and its words in the languages that have them. */
export type StaffModule = StaffFrame & { words: InLanguages<StaffModuleWords> }

/** Every text of a module in one language, a line each, choices that are wrong left out: what a reader takes along. */
export const toTaughtTexts = ({ right }: StaffFrame, words: StaffModuleWords): string[] => [
	words.title,
	words.summary,
	words.skill,
	...words.reading.flatMap(({ title, text }) => [title, text]),
	words.carry,
	...[
		...words.check.map((item, index) => ({ item, letter: right.check[index] ?? 'a' })),
		{ item: words.last, letter: right.last },
	].flatMap(({ item, letter: is }) => [item.ask, item.choices[is], item.because[is]]),
]

/** Finds where frame and words of a module do not match; empty when they do. */
export const findModuleFaults = (frame: StaffFrame, words: StaffModuleWords): string[] =>
	frame.right.check.length === words.check.length
		? []
		: [`check: has ${words.check.length} items, path.yaml has ${frame.right.check.length} right choices`]
