import { expect, test } from 'vitest'
import { messages } from '#messages'
import { actWords, findActWord, stepWords } from './act-word.ts'

test('every kind of step and act has a word in every language', () => {
	for (const word of [...Object.values(stepWords), ...Object.values(actWords)])
		for (const words of Object.values(messages)) expect(words[word], word).not.toBe('')
})

test('findActWord() finds the word by the name in the record', () => {
	expect(findActWord('case/opened')).toBe('case.step.opened')
	expect(findActWord('case/moved')).toBe('desk.act.case/moved')
	expect(findActWord('people/roles')).toBe('desk.act.people/roles')
})

test('a kind without a word keeps its name', () => {
	for (const act of ['exchange/sent', 'case/', 'case/unheard-of', 'constructor', ''])
		expect(findActWord(act)).toBeUndefined()
})
