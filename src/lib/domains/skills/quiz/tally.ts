import { forms, type Form } from './form.ts'
import { toItemField, toSureField } from './quiz-view.ts'
import { gradeQuiz, itemCount, letters, type Letter, type Quiz, type QuizKey } from './quiz.ts'

/** Answers of a class to one form, as counts: nothing in it belongs to a pupil. */
export type Tally = {
	topic: string
	form: Form
	/** Sheets that were handed in. */
	sheets: number
	/** For each item, how often each choice was taken. */
	items: Record<Letter, number>[]
	/** For each sentence of self-efficacy, how often each answer was given. */
	sure: Record<SureLevel, number>[]
	/**
	 * Sheets by how many of their items were right, 0 first: without it no spread is known, and no size of an effect. Not there in files that are
	 * older than it.
	 */
	scores?: readonly number[]
}
export const sureLevels = ['no', 'some', 'yes'] as const
export type SureLevel = (typeof sureLevels)[number]

const sureCount = 3

const makeTally = (topic: string, form: Form): Tally => ({
	topic,
	form,
	sheets: 0,
	items: Array.from({ length: itemCount }, () => ({ a: 0, b: 0, c: 0 })),
	sure: Array.from({ length: sureCount }, () => ({ no: 0, some: 0, yes: 0 })),
})

const count = <Key extends string>(
	counts: Readonly<Record<Key, number>>,
	keys: readonly Key[],
	given: string | null,
): Record<Key, number> => {
	const key = keys.find((known) => known === given)
	return key === undefined ? { ...counts } : { ...counts, [key]: counts[key] + 1 }
}

const countScore = (scores: readonly number[] | undefined, score: number): number[] =>
	Array.from({ length: itemCount + 1 }, (_, at) => (scores?.[at] ?? 0) + (at === score ? 1 : 0))

const readAnswers = (answers: URLSearchParams): string[] =>
	Array.from({ length: itemCount }, (_, index) => answers.get(toItemField(index)) ?? '')

/**
 * The tallies with one more sheet. Unknown fields and values are left out.
 *
 * @param answers - fields as the form sends them
 * @param key - right choices of the quiz; without them no score is counted
 */
export const addSheet = (
	tallies: readonly Tally[],
	{ topic, form, answers }: { topic: string; form: Form; answers: URLSearchParams },
	key?: Pick<QuizKey, 'right'>,
): Tally[] => {
	const isSame = (tally: Tally): boolean => tally.topic === topic && tally.form === form
	const known = tallies.find(isSame) ?? makeTally(topic, form)
	const next: Tally = {
		...known,
		sheets: known.sheets + 1,
		items: known.items.map((counts, index) => count(counts, letters, answers.get(toItemField(index)))),
		sure: known.sure.map((counts, index) => count(counts, sureLevels, answers.get(toSureField(index)))),
		...(key ? { scores: countScore(known.scores, gradeQuiz(key, form, readAnswers(answers))) } : {}),
	}
	return [...tallies.filter((tally) => !isSame(tally)), next].sort((one, two) =>
		`${one.topic} ${one.form}`.localeCompare(`${two.topic} ${two.form}`),
	)
}

/** Per cent of the answers to each item that were right; `undefined` for an item that nobody answered. */
export const getRightShares = (quiz: Pick<Quiz, 'right'>, tally: Tally): (number | undefined)[] =>
	tally.items.map((counts, index) => {
		const answered = letters.reduce((sum, letter) => sum + counts[letter], 0)
		const right = counts[quiz.right[tally.form][index] ?? 'a']
		return answered === 0 ? undefined : Math.round((100 * right) / answered)
	})

const tableHead = 'topic,form,sheets,kind,number,skill,a-or-no,b-or-some,c-or-yes,right'

/** The tallies as a table, one line an item: comma-separated (https://www.rfc-editor.org/rfc/rfc4180). */
export const toTallyTable = (tallies: readonly Tally[], quizzes: readonly Quiz[]): string => {
	const rows = tallies.flatMap((tally) => {
		const quiz = quizzes.find(({ topic }) => topic === tally.topic)
		const right = quiz?.right[tally.form]
		return [
			...tally.items.map(({ a, b, c }, index) =>
				['item', index + 1, quiz?.skills[index] ?? '', a, b, c, right?.[index] ?? ''].join(','),
			),
			...tally.sure.map(({ no, some, yes }, index) => ['sure', index + 1, '', no, some, yes, ''].join(',')),
			...(tally.scores ?? []).map((sheets, score) => ['score', score, '', sheets, '', '', ''].join(',')),
		].map((row) => `${tally.topic},${tally.form},${tally.sheets},${row}`)
	})
	return `${[tableHead, ...rows].join('\r\n')}\r\n`
}

const isScores = (list: unknown): boolean =>
	Array.isArray(list) && list.length === itemCount + 1 && list.every((n) => Number.isSafeInteger(n) && n >= 0)

/** True for what {@link addSheet} gives, read back from a file. */
export const isTallyList = (value: unknown): value is Tally[] =>
	Array.isArray(value) &&
	value.every((tally: Partial<Tally> | null) => {
		const isCounts = (list: unknown, length: number): boolean =>
			Array.isArray(list) &&
			list.length === length &&
			list.every((counts) => Object.values(counts as object).every((n) => Number.isSafeInteger(n)))
		return (
			typeof tally?.topic === 'string' &&
			forms.some((form) => form === tally.form) &&
			Number.isSafeInteger(tally.sheets) &&
			isCounts(tally.items, itemCount) &&
			isCounts(tally.sure, sureCount) &&
			(tally.scores === undefined || isScores(tally.scores))
		)
	})
