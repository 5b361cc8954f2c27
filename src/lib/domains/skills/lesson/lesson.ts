import { languages } from '#base'
import { checkedOn, line, pictures, reviewed, slug } from '#domains/guide'
import * as v from 'valibot'
import { readers } from '../scenario/scenario.ts'

/** A lesson lasts so many minutes; practice takes at least this share of them. */
export const lessonMinutes = 45
const leastPractice = 0.6

/** Levels of school, and readers of what is written for each. */
const levels = { primary: 'children', college: 'teens', lycee: 'teens' } as const
const levelNames = ['primary', 'college', 'lycee'] as const

/** Schema of `lesson.yaml`. */
export const lessonFrame = v.strictObject({
	topics: v.pipe(v.array(slug), v.nonEmpty()),
	scenarios: v.pipe(v.array(slug), v.nonEmpty()),
	quiz: slug,
	readers: v.picklist(readers),
	/** Levels of school it is made for. */
	levels: v.pipe(v.array(v.picklist(levelNames)), v.nonEmpty()),
	/** `paper`: its sheets are printed; `can-copy`: what they say can be copied to the board. */
	print: v.picklist(['paper', 'can-copy']),
	joins: v.pipe(v.array(v.picklist(['relationships', 'bullying', 'consent'])), v.nonEmpty()),
	picture: v.picklist(pictures),
	/** Scenes of the paper: of the poster, one a slide, one to colour for children, four to cut out or to write under. */
	paper: v.strictObject({
		poster: slug,
		slides: v.pipe(v.array(slug), v.nonEmpty()),
		colour: v.optional(slug),
		tell: v.pipe(v.array(slug), v.length(4)),
	}),
	plan: v.pipe(
		v.array(
			v.strictObject({
				id: slug,
				minutes: v.pipe(v.number(), v.integer(), v.minValue(1)),
				kind: v.picklist(['listening', 'practice', 'talk']),
			}),
		),
		v.check(
			(parts) => new Set(parts.map(({ id }) => id)).size === parts.length,
			'must have parts whose ids differ',
		),
		v.check(
			(parts) => parts.reduce((sum, { minutes }) => sum + minutes, 0) === lessonMinutes,
			`must add up to ${lessonMinutes} minutes`,
		),
		v.check(
			(parts) =>
				parts.filter(({ kind }) => kind === 'practice').reduce((sum, { minutes }) => sum + minutes, 0) >=
				leastPractice * lessonMinutes,
			'must give at least 60 % of its minutes to practice',
		),
	),
})
export type LessonFrame = v.InferOutput<typeof lessonFrame>

const few = <Schema extends v.GenericSchema>(item: Schema, least: number, most: number) =>
	v.pipe(
		v.array(item),
		v.minLength(least, `must have ${least} entries at least`),
		v.maxLength(most, `must have ${most} entries at most`),
	)

/** Schema of `<lang>.yaml` of a lesson. */
export const lessonWords = v.strictObject({
	title: line(80),
	aims: few(line(160), 2, 5),
	prepare: few(line(200), 1, 6),
	plan: v.record(slug, v.strictObject({ title: line(80), teacher: line(700), pupils: line(500) })),
	sheet: v.strictObject({
		title: line(80),
		tasks: few(
			v.strictObject({
				do: line(320),
				lines: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4)),
			}),
			3,
			6,
		),
	}),
	talk: v.strictObject({
		title: line(80),
		text: line(500),
		questions: few(line(160), 3, 4),
		together: line(240),
	}),
	poster: v.strictObject({ title: line(60), lines: few(line(44), 2, 5) }),
	slides: few(v.strictObject({ title: line(60), lines: few(line(70), 1, 3) }), 5, 8),
	review: reviewed,
	checked: checkedOn,
})
export type LessonWords = v.InferOutput<typeof lessonWords>

export type Lesson = LessonFrame & {
	id: string
	words: Partial<Record<(typeof languages)[number], LessonWords>>
}

/** Schema of `disclosure/<lang>.yaml`: what a teacher does when a pupil tells something. */
export const disclosureWords = v.strictObject({
	title: line(80),
	intro: line(260),
	before: few(line(260), 2, 6),
	do: few(line(260), 5, 9),
	dont: few(line(260), 4, 8),
	say: few(line(220), 4, 7),
	after: few(line(260), 2, 6),
	/** Duty by law of who works at a school, in one line. */
	law: line(420),
	review: reviewed,
	checked: checkedOn,
})
export type DisclosureWords = v.InferOutput<typeof disclosureWords>

/** Lines of a lesson that pupils read: on their sheet, the wall and the slides. The rest is for who teaches, and for parents. */
export const toPupilTexts = ({ sheet, poster, slides }: LessonWords): string[] => [
	sheet.title,
	...sheet.tasks.map((task) => task.do),
	poster.title,
	...poster.lines,
	...slides.flatMap(({ title, lines }) => [title, ...lines]),
]

/** Finds where the plan of a lesson and its words do not match; empty when they do. */
export const findLessonFaults = (frame: LessonFrame, words: LessonWords): string[] => {
	const ids = frame.plan.map(({ id }) => id)
	const others = frame.levels.filter((level) => levels[level] !== frame.readers)
	return [
		...others.map((level) => `levels: ${level} does not read what is written for ${frame.readers}`),
		...ids.filter((id) => !Object.hasOwn(words.plan, id)).map((id) => `plan.${id}: is missing`),
		...Object.keys(words.plan)
			.filter((id) => !ids.includes(id))
			.map((id) => `plan.${id}: is not in lesson.yaml`),
		...(frame.paper.slides.length === words.slides.length
			? []
			: [`slides: ${words.slides.length} of them, with ${frame.paper.slides.length} scenes in lesson.yaml`]),
	]
}
