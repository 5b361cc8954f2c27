import { globSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from '#messages'
import { findActWord } from './act-word.ts'

/** Every kind of act that the code writes into the record, read from where it is written. */
const listActs = (): string[] => {
	const code = globSync(['src/lib/domains/cases/server/**/*.ts', 'src/server/desk/*.ts'])
		.filter((file) => !file.endsWith('.test.ts'))
		.map((file) => readFileSync(file, 'utf8'))
		.join('\n')
	const kinds = /export type StepKind =([^\n]*\n(?:\t\|[^\n]*\n)+)/u.exec(code)?.[1] ?? ''
	return [
		...[...kinds.matchAll(/'([a-z-]+)'/gu)].map((match) => `case/${match[1] ?? ''}`),
		...[...code.matchAll(/'((?:case|approval|retention|rota|people)\/[a-z-]+)'/gu)].map(
			(match) => match[1] ?? '',
		),
		...['approval/granted', 'approval/refused'],
	]
}

test('every kind of act of the record has its word', () => {
	const acts = listActs()
	expect(acts.length).toBeGreaterThan(25)
	const hasWord = (act: string): boolean => {
		const word = findActWord(act)
		return word !== undefined && Object.hasOwn(messages.ar, word)
	}
	expect(acts.filter((act) => !hasWord(act))).toEqual([])
})

test('a kind without a word keeps its name', () => {
	for (const act of ['exchange/sent', 'case/', 'case/unheard-of', ''])
		expect(findActWord(act)).toBeUndefined()
})
