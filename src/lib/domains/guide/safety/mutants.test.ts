import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { languages, type Language } from '#base'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import { toPlainLetters } from '#tools/script/tashkil'
import { readContent, readLibrary } from '../../../../../tests/support/content.ts'
import { answerFile, parseAnswer } from '../answer.ts'
import { checkSafety, toSafetyTextOfAnswer, type SafetyText } from './index.ts'

const kinds = ['negation', 'later', 'alone', 'needless', 'swapped', 'cut', 'gender'] as const

/** A sentence of an answer that is turned into what nobody may read, and the row that has to refuse it. */
const mutantsFile = v.array(
	v.strictObject({
		/** `<situation>/<asker>`. */
		text: v.pipe(v.string(), v.regex(/^[a-z-]+\/[a-z]+$/u)),
		kind: v.picklist(kinds),
		by: v.string(),
		was: v.pipe(v.string(), v.nonEmpty()),
		is: v.string(),
		/** Accepted today. The mark has to go when the row refuses it. */
		escapes: v.optional(v.literal(true)),
	}),
)

const content = readContent()
const { safety, answers } = readLibrary()

const readMutants = (language: Language) => {
	const parsed = parseTypedYaml(
		readFileSync(new URL(`mutants/${language}.yaml`, import.meta.url), 'utf8'),
		mutantsFile,
	)
	if (!parsed.ok) throw new Error(parsed.issues.map(({ path, message }) => `${path}: ${message}`).join('\n'))
	return parsed.value.map((mutant) => ({ ...mutant, language }))
}

const mutants = languages.flatMap(readMutants)

const toText = (file: string, text: string): SafetyText => {
	const parsed = parseAnswer(file, text)
	if (!parsed.ok) throw new Error(`${file}: ${parsed.issues[0]?.message ?? ''}`)
	return toSafetyTextOfAnswer(parsed.value)
}

/** Rows that refuse an answer when one of its languages holds a mutant; what other languages lack does not count. */
const findRefusals = ({ text, language, was, is }: (typeof mutants)[number]): string[] => {
	const [situation = '', asker = ''] = text.split('/')
	const file = answerFile(situation, asker, language)
	const [before = '', after = ''] = [was, is].map(toPlainLetters)
	const set = languages.map((one) => {
		const path = answerFile(situation, asker, one)
		const words = toPlainLetters(content.get(path) ?? '')
		if (one !== language) return toText(path, words)
		if (!words.includes(before)) throw new Error(`${path}: stale mutant, "${was}" stands there no more`)
		return toText(path, words.replace(before, after))
	})
	return checkSafety(safety, set, [])
		.filter((line) => line.startsWith(`${file}:`))
		.flatMap((line) => /"([a-z0-9-]+)"/u.exec(line)?.[1] ?? [])
}

test.each(mutants.map((one) => [`${one.language} ${one.text} ${one.kind}: ${one.is}`, one] as const))(
	'%s',
	(_, mutant) => {
		const refusals = findRefusals(mutant)
		if (mutant.escapes) expect(refusals, 'is refused now: take "escapes" away').not.toContain(mutant.by)
		else expect(refusals).toContain(mutant.by)
	},
)

describe('the mutants', () => {
	test('are many in every language, of every kind', () => {
		expect(mutants.length).toBeGreaterThanOrEqual(60)
		for (const language of languages)
			expect(mutants.filter((one) => one.language === language).length, language).toBeGreaterThanOrEqual(10)
		for (const kind of kinds)
			expect(
				mutants.some((one) => one.kind === kind),
				kind,
			).toBe(true)
	})

	test('name rows that exist', () => {
		const ids = safety.map(({ id }) => id)
		expect(mutants.filter(({ by }) => !ids.includes(by))).toEqual([])
	})
})

/** Situations in which a card that is left out can hurt somebody. */
const dangerous = [
	'dark-thoughts',
	'hurt-at-home',
	'hurt-at-school',
	'threatened',
	'images-shared',
	'stranger',
	'child-missing',
	'exploited',
	'abuse-seen',
]

test('hardly a card of a dangerous situation can be taken out unseen', () => {
	const cards = answers
		.filter(({ situation }) => dangerous.includes(situation))
		.flatMap((answer) => answer.now.map((_, at) => ({ answer, at })))
	const unseen = cards.filter(({ answer, at }) => {
		const cut = {
			...answer,
			now: answer.now.map((card, now) => (now === at ? { ...card, do: '…', how: '…' } : card)),
		}
		const set = answers.filter((one) => one.situation === answer.situation && one.asker === answer.asker)
		const file = answerFile(answer.situation, answer.asker, answer.language)
		return !checkSafety(
			safety,
			set.map((one) => toSafetyTextOfAnswer(one === answer ? cut : one)),
			[],
		).some((line) => line.startsWith(`${file}:`))
	})
	expect(cards.length).toBeGreaterThan(500)
	expect(
		unseen.length / cards.length,
		unseen.map(({ answer, at }) => `${answer.situation}/${answer.asker}/${answer.language} ${at}`).join('\n'),
	).toBeLessThan(0.05)
})
