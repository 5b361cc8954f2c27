import { spawnSync } from 'node:child_process'
import { beforeAll, describe, expect, test } from 'vitest'
import { checkSafety } from '../src/lib/domains/guide/index.ts'
import { readContent, readLibrary } from '../tests/support/content.ts'
import { getSiteSafetyTexts } from './safety-site.ts'
import { findSafetyGaps } from './safety-table.ts'

const content = readContent()

type Edit = readonly [file: string, from: string | RegExp, to: string]

/** The tree with all of these changes. */
const edited = (...edits: readonly Edit[]): Map<string, string> => {
	const files = new Map(content)
	for (const [file, from, to] of edits) {
		const text = content.get(file) ?? ''
		expect(text.replace(from, to)).not.toBe(text)
		files.set(file, text.replace(from, to))
	}
	return files
}

test('the parity table has a row a message and a column a language, and our content has no gap', () => {
	const { table, gaps } = findSafetyGaps(content)
	expect(table.split('\n')[0]).toMatch(/^message +need +ar +fr +zgh +en$/u)
	expect(table).toMatch(/^already-hurt-now +every +(\d+)\/\1 +(\d+)\/\2 +(\d+)\/\3 +(\d+)\/\4$/mu)
	expect(gaps).toEqual([])
})

/** A text of each room that says what it must not. */
const wrong = {
	'the end of a story': [
		'content/skills/scenarios/class-group/fr.yaml',
		'who: "Un surveillant',
		'who: "Réponds une fois. Es-tu sûr ? Un surveillant',
	],
	'what a quiz calls right': [
		'content/skills/quizzes/grooming/fr.yaml',
		'Oui. Attention, secret',
		'Oui. Teste-le : un vrai ami accepte un non. Secret',
	],
	'a telling of the law': [
		'content/law/situations/sit-grooming/fr.yaml',
		/(teens:\n {2}says: ")/u,
		'$1Tu risques la prison. ',
	],
	'an answer of the desk': [
		'content/desk/templates/danger-now/fr.yaml',
		'avalé quelque chose',
		'pris des médicaments',
	],
} as const satisfies Record<string, Edit>
const without = ['content/topics/self-harm/teens/zgh.md', /ⵛⵛ|ⵙⵡ/gu, '…'] as const satisfies Edit

describe('in a tree with one fault in each room', () => {
	let found: ReturnType<typeof findSafetyGaps>
	beforeAll(() => {
		found = findSafetyGaps(edited(...Object.values(wrong), without))
	})

	test.each(Object.entries(wrong))('%s is held against the messages too', (_, [file]) => {
		expect(found.gaps.join('\n')).toContain(`${file}:1: `)
	})

	test('a gap does not hide the table, and nothing else is blamed', () => {
		expect(found.table).toContain('already-hurt-now')
		expect(found.gaps.join('\n')).toContain(`${without[0]}:1: lacks "already-hurt-now"`)
		// A message that nothing carries any more is told where it stands.
		const changed = [...Object.values(wrong), without].map(([file]) => `${file}:1: `)
		const others = found.gaps.filter(
			(gap) => ![...changed, 'content/safety/'].some((of) => gap.startsWith(of)),
		)
		expect(others).toEqual([])
	})
})

test('a malformed file stops it with file, line and reason', () => {
	const files = edited(['content/safety/self-harm.yaml', 'confidence: sure', 'confidence: quite'])
	expect(() => findSafetyGaps(files)).toThrow(/content\/safety\/self-harm\.yaml:\d+: 0\.confidence: /u)
})

test('npm run content -- --safety prints it and ends well', () => {
	const { status, stdout } = spawnSync(process.execPath, ['scripts/check-content.ts', '--safety'], {
		encoding: 'utf8',
	})
	expect(stdout).toMatch(/^message +need[\s\S]+\n0 gaps\n$/u)
	expect(status).toBe(0)
})

test('words of the interface are held too: leaving quickly does not tell a watched person to wipe the history', () => {
	const [fr] = getSiteSafetyTexts([]).filter(({ file }) => file === 'messages/site/fr.ts')
	if (!fr) throw new Error('no words of the site')
	const { safety } = readLibrary()
	expect(checkSafety(safety, [fr], [])).toEqual([])
	const all = `${fr.all}\nEfface-le dans les réglages.`
	expect(checkSafety(safety, [{ ...fr, words: { site: all }, all }], []).join()).toContain(
		'messages/site/fr.ts:1: says what "history-not-wiped-at-once" forbids',
	)
})
