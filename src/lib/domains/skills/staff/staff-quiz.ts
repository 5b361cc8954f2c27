import { languages } from '#base'
import type { Quiz, QuizWords } from '../quiz/quiz.ts'
import type { StaffModule, StaffModuleWords, StaffPathWords } from './staff.ts'

/** Name of the last check of the path among the quizzes, and on its certificate. */
export const staffQuizId = 'staff'

const isThere = <Value>(value: Value | undefined): value is Value => value !== undefined

const toWords = (
	modules: readonly StaffModule[],
	own: readonly StaffModuleWords[],
	{ title, sure, review, checked }: StaffPathWords,
): QuizWords => ({
	title,
	sure,
	review,
	checked,
	skills: Object.fromEntries(modules.map(({ id }, index) => [id, own[index]?.skill ?? id])),
	forms: {
		a: own.flatMap(({ check }) => check.slice(0, 1)),
		b: own.map(({ last }) => last),
	},
})

/**
 * The quiz of the whole path, an item a module: form `a` asks before what the self-checks begin with, form `b` asks at the end, for the
 * certificate. Empty without modules; a language has it when it has every module.
 */
export const composeStaffQuiz = (
	modules: readonly StaffModule[],
	path: Partial<Record<(typeof languages)[number], StaffPathWords>>,
): Quiz[] => {
	if (modules.length === 0) return []
	const words: Quiz['words'] = {}
	for (const language of languages) {
		const own = modules.map((one) => one.words[language]).filter(isThere)
		const texts = path[language]
		if (texts && own.length === modules.length) words[language] = toWords(modules, own, texts)
	}
	return [
		{
			topic: staffQuizId,
			readers: 'teachers',
			counts: true,
			skills: modules.map(({ id }) => id),
			right: {
				a: modules.map(({ right }) => right.check[0] ?? 'a'),
				b: modules.map(({ right }) => right.last),
			},
			words,
		},
	]
}
