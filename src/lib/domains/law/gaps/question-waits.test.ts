import { expect, test } from 'vitest'
import { readLaw } from '../../../../../tests/support/law-files.ts'
import { getQuestionWaits } from './question-waits.ts'

const law = readLaw()
const waits = getQuestionWaits(law)

test('getQuestionWaits() lists every question once, those to be answered first first', () => {
	expect(waits.map(({ question }) => question.id).sort()).toEqual(law.questions.map(({ id }) => id).sort())
	const priorities = waits.map(({ question }) => question.priority)
	expect(priorities).toEqual([...priorities].sort())
	expect(waits[0]?.question).toMatchObject({ id: 'J01', priority: 1 })
})

test('getQuestionWaits() finds every record that names a question, of every kind', () => {
	const count = (records: readonly { questions: readonly string[] }[]): number =>
		records.reduce((sum, { questions }) => sum + questions.length, 0)
	const shown = (kind: 'rows' | 'instruments' | 'provisions' | 'situations' | 'changes'): number =>
		waits.reduce((sum, each) => sum + each[kind].length, 0)
	expect(shown('rows')).toBe(count(law.mappings))
	expect(shown('instruments')).toBe(count(law.instruments))
	expect(shown('provisions')).toBe(count(law.provisions))
	expect(shown('situations')).toBe(count(law.situations))
	expect(shown('changes')).toBe(count(law.versions))
	expect(shown('rows')).toBeGreaterThan(0)
})
