import { expect, test } from 'vitest'
import { readLibrary } from '../../../../tests/support/content.ts'
import { checkSafety } from '../guide/index.ts'
import { getSafetyTexts } from './index.ts'

type Story = Parameters<typeof getSafetyTexts>[0]['scenarios'][number]

const { safety } = readLibrary()

const say = { by: 'story', text: '…' }

/** What the check says of one step of a story about somebody who asks for a meeting. */
const check = (language: string, told: string, choice: string): string => {
	const steps = { first: { say: [{ ...say, text: told }], choices: { only: choice } } }
	const story = {
		id: 'made-up',
		topic: 'grooming',
		readers: 'teens',
		words: { [language]: { steps, ends: {} } },
	}
	return checkSafety(
		safety,
		getSafetyTexts({ scenarios: [story as unknown as Story], quizzes: [] }),
		[],
	).join('\n')
}

test.each([
	['ar', '«لا» صغيرة بينت كل شيء.'],
	['ar', 'أجرب «لا» صغيرة: «كنفضل كروب الفرقة أكوتش».'],
	['fr', 'Un petit « non » a tout montré.'],
	['fr', "J'essaie un petit non : « Je préfère le groupe de l'équipe, coach. »"],
	['en', 'One small “no” has shown everything.'],
	['en', 'I try a small no: "I\'d rather use the team group, coach."'],
	['zgh', 'ⵢⴰⵏ «ⵓⵀⵓ» ⴰⵎⵥⵥⵢⴰⵏ ⵉⵙⵏⵄⵜ ⴽⵓⵍⵍⵓ.'],
])('no step and no choice of a story tests the person who asks (%s: %s)', (language, sentence) => {
	expect(check(language, sentence, '…')).toContain('nobody-tests')
	expect(check(language, '…', sentence)).toContain('nobody-tests')
	expect(check(language, '…', '…')).toBe('')
})
