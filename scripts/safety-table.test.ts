import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { readContent } from '../tests/support/content.ts'
import { findSafetyGaps } from './safety-table.ts'

const content = readContent()
const edited = (file: string, from: string | RegExp, to: string): Map<string, string> => {
	const text = content.get(file) ?? ''
	expect(text.replace(from, to)).not.toBe(text)
	return new Map(content).set(file, text.replace(from, to))
}

test('the parity table has a row a message and a column a language, and our content has no gap', () => {
	const { table, gaps } = findSafetyGaps(content)
	expect(table.split('\n')[0]).toMatch(/^message +need +ar +fr +zgh +en$/u)
	expect(table).toMatch(/^already-hurt-now +every +(\d+)\/\1 +(\d+)\/\2 +(\d+)\/\3 +(\d+)\/\4$/mu)
	expect(gaps).toEqual([])
})

test.each([
	[
		'the end of a story',
		'content/skills/scenarios/class-group/fr.yaml',
		'who: "Un surveillant',
		'who: "Réponds une fois. Es-tu sûr ? Un surveillant',
	],
	[
		'what a quiz calls right',
		'content/skills/quizzes/grooming/fr.yaml',
		'Oui. Attention, secret',
		'Oui. Teste-le : un vrai ami accepte un non. Secret',
	],
	[
		'a telling of the law',
		'content/law/situations/sit-grooming/fr.yaml',
		/(teens:\n {2}says: ")/u,
		'$1Tu risques la prison. ',
	],
	[
		'an answer of the desk',
		'content/desk/templates/danger-now/fr.yaml',
		'avalé quelque chose',
		'pris des médicaments',
	],
])('%s is held against the messages too', (_, file, from, to) => {
	expect(findSafetyGaps(edited(file, from, to)).gaps.join('\n')).toContain(`${file}:1: `)
})

test('a gap does not hide the table', () => {
	const file = 'content/topics/self-harm/teens/zgh.md'
	const { table, gaps } = findSafetyGaps(edited(file, /ⵛⵛ|ⵙⵡ/gu, '…'))
	expect(table).toContain('already-hurt-now')
	expect(gaps.join('\n')).toContain(`${file}:1: lacks "already-hurt-now"`)
})

test('a malformed file stops it with file, line and reason', () => {
	const files = edited('content/safety/self-harm.yaml', 'confidence: sure', 'confidence: quite')
	expect(() => findSafetyGaps(files)).toThrow(/content\/safety\/self-harm\.yaml:\d+: 0\.confidence: /u)
})

test('npm run content -- --safety prints it and ends well', () => {
	const { status, stdout } = spawnSync(process.execPath, ['scripts/check-content.ts', '--safety'], {
		encoding: 'utf8',
	})
	expect(stdout).toMatch(/^message +need[\s\S]+\n0 gaps\n$/u)
	expect(status).toBe(0)
})
