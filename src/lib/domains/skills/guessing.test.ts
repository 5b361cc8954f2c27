/** Nothing that is practised can be passed by a rule that reads nothing: always the first, always the longest. */
import { expect, test } from 'vitest'
import { readContent, readLibrary } from '../../../../tests/support/content.ts'
import { forms } from './quiz/form.ts'
import { getMasteryCount, gradeQuiz, letters } from './quiz/quiz.ts'
import type { Scenario, ScenarioWords } from './scenario/scenario.ts'
import { buildSkills } from './skills-library.ts'

const skills = buildSkills(
	new Map(
		[...readContent()].filter(
			([file]) =>
				file.startsWith('content/skills/') ||
				/^content\/country\/(?:school-year|child-protection)\.yaml$/u.test(file),
		),
	),
	readLibrary(),
)
const languages = ['ar', 'fr', 'en'] as const

/** Picks one of some texts without reading them. */
type Rule = (texts: readonly string[]) => number
const byLength =
	(better: (one: number, best: number) => boolean): Rule =>
	(texts) =>
		texts.reduce((best, text, index) => (better(text.length, texts[best]?.length ?? 0) ? index : best), 0)
const rules: Readonly<Record<string, Rule>> = {
	first: () => 0,
	second: (texts) => Math.min(1, texts.length - 1),
	last: (texts) => texts.length - 1,
	longest: byLength((one, best) => one > best),
	shortest: byLength((one, best) => one < best),
}
const names = Object.keys(rules)

const walk = (graph: Scenario, words: ScenarioWords, rule: Rule): string => {
	let place = graph.start
	while (Object.hasOwn(graph.steps, place)) {
		const ways = Object.entries(graph.steps[place]?.choices ?? {})
		const texts = ways.map(([id]) => words.steps[place]?.choices[id] ?? '')
		place = ways[rule(texts)]?.[1].to ?? ''
	}
	return graph.ends[place]?.outcome ?? 'nowhere'
}

test.each(languages.flatMap((language) => names.map((name) => [language, name] as const)))(
	'stories in %s do not all end well for who always takes the %s choice',
	(language, name) => {
		const played = skills.scenarios.flatMap((scenario) => {
			const words = scenario.words[language]
			return words ? [walk(scenario, words, rules[name] ?? (() => 0))] : []
		})
		const safe = played.filter((outcome) => outcome === 'safe').length
		expect(played).not.toContain('nowhere')
		expect(safe / played.length, `${safe} of ${played.length}`).toBeLessThanOrEqual(2 / 3)
	},
)

/** Sheets as somebody hands them in who takes the same place everywhere, or the longest, or the shortest. */
const hand = (language: (typeof languages)[number], rule: Rule) =>
	skills.quizzes.flatMap((quiz) =>
		// Where nothing is counted nothing can be passed.
		(quiz.counts ? forms : []).map((form) => {
			const items = quiz.words[language]?.forms[form] ?? []
			const answers = items.map(({ choices }) => letters[rule(letters.map((letter) => choices[letter]))])
			return { name: `${quiz.topic}/${form}`, right: gradeQuiz(quiz, form, answers), of: items.length }
		}),
	)

test.each(languages.flatMap((language) => names.map((name) => [language, name] as const)))(
	'quizzes in %s are not passed by the %s choice: hardly more than chance would give, and no form is mastered',
	(language, name) => {
		const sheets = hand(language, rules[name] ?? (() => 0))
		const right = sheets.reduce((sum, sheet) => sum + sheet.right, 0)
		const of = sheets.reduce((sum, sheet) => sum + sheet.of, 0)
		expect(right / of, `${right} of ${of}`).toBeLessThan(0.45)
		const mastered = sheets.filter((sheet) => sheet.right >= getMasteryCount(sheet.of))
		expect(
			mastered.map((sheet) => sheet.name),
			'forms that are mastered blindly',
		).toEqual([])
	},
)
