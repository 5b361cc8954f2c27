import { expect, test } from 'vitest'
import { parse, stringify } from 'yaml'
import { makeSkillFiles, makeSkillLibrary } from '../../../../../tests/support/skills.ts'
import type { ScenarioWords } from './scenario.ts'
import { buildSkills } from '../skills-library.ts'

/** Faults of vowel marks that the build finds when the Arabic words of a story are changed. */
const findBare = (id: string, change: (words: ScenarioWords) => Partial<ScenarioWords>): string => {
	const file = `content/skills/scenarios/${id}/ar.yaml`
	const words = parse(makeSkillFiles().get(file) ?? '') as ScenarioWords
	const files = makeSkillFiles().set(file, stringify({ ...words, ...change(words) }))
	try {
		buildSkills(files, makeSkillLibrary())
		return ''
	} catch (error) {
		return (error as Error).message
	}
}

/** The words with one bubble put before all others of the first step. */
const saying =
	(by: (words: ScenarioWords) => string, text: string) =>
	(words: ScenarioWords): Partial<ScenarioWords> => {
		const [[id, step] = []] = Object.entries(words.steps)
		if (id === undefined || step === undefined) throw new Error('the story has no step')
		return { steps: { ...words.steps, [id]: { ...step, say: [{ by: by(words), text }] } } }
	}

test('buildSkills() wants vowel marks where a story tells children something in Arabic', () => {
	expect(findBare('left-out', () => ({ intro: 'نلعب معا' }))).toContain(
		'without their vowel marks: نلعب، معا',
	)
	expect(
		findBare(
			'left-out',
			saying(() => 'story', 'نلعب'),
		),
	).toContain('without their vowel marks: نلعب')
	expect(findBare('left-out', () => ({ intro: 'نَلْعَبُ مَعًا' }))).toBe('')
})

test('buildSkills() wants none where people speak Darija, nor of teens', () => {
	expect(
		findBare(
			'left-out',
			saying(({ people }) => Object.keys(people)[0] ?? '', 'عافاك'),
		),
	).toBe('')
	expect(findBare('class-group', () => ({ intro: 'نلعب معا' }))).toBe('')
})
