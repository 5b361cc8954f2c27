import { expect, test } from 'vitest'
import { findWordings, getSafetyTexts, type Wording } from '../src/lib/domains/guide/index.ts'
import { readContent, readLibrary } from '../tests/support/content.ts'
import { approvedFile, findUnsigned, listToSign, sign } from './safety-approved.ts'

const wording = (sentences: string, changes: Partial<Wording> = {}): Wording => ({
	row: 'call-first',
	language: 'fr',
	file: 'content/answers/mocked/teen/fr.md',
	text: 'mocked/teen',
	sentences,
	...changes,
})

test('a sentence that was changed names row, language, file, and how to sign', () => {
	const kept = sign(undefined, [wording('Appelle le 15.')], { row: 'all' })
	expect(findUnsigned(kept, [wording('Appelle le 15.')])).toEqual([])
	const [line] = findUnsigned(kept, [wording('Appelle le 15 demain.')])
	expect(line).toContain('content/answers/mocked/teen/fr.md:1: says otherwise, in fr, "call-first"')
	expect(line).toContain('npm run content -- --sign call-first --by')
})

test('a sentence that is new, and one that is gone, have to be signed too', () => {
	const kept = sign(undefined, [wording('Appelle le 15.')], { row: 'all' })
	const other = wording('Appelle.', { text: 'mocked/child' })
	expect(findUnsigned(kept, [wording('Appelle le 15.'), other]).join()).toContain('says for the first time')
	expect(findUnsigned(kept, []).join()).toContain(
		'content/answers/mocked/teen/fr.md:1: says "call-first" no more',
	)
})

test('a name stays under the sentences that it approved, and under no others', () => {
	const first = wording('Appelle le 15.')
	const named = sign(undefined, [first], { row: 'call-first', by: 'A. B., clinician' })
	expect(sign(named, [first], { row: 'all' })).toBe(named)
	expect(sign(named, [wording('Appelle le 19.')], { row: 'all' })).toContain('by: "none"')
	expect(listToSign(named, [first], new Map())).toBe('')
})

test('signing a row leaves the others as they were', () => {
	const other = wording('Reste.', { row: 'stay' })
	const kept = sign(undefined, [wording('Appelle.'), other], { row: 'all' })
	const changed = [wording('Appelle vite.'), { ...other, sentences: 'Pars.' }]
	expect(findUnsigned(sign(kept, changed, { row: 'stay' }), changed)).toHaveLength(1)
})

test('what waits is printed message by message, a column a language', () => {
	const table = listToSign(
		undefined,
		[wording('Appelle.'), wording('Call.', { language: 'en' })],
		new Map([['call-first', 'Call first.']]),
	)
	expect(table.split('\n')).toEqual([
		'# call-first: Call first.',
		'answer\tar\tfr\ten\tzgh',
		'mocked/teen\t\tAppelle.\tCall.\t',
		'',
	])
})

test('the wordings of our answers are the ones that are kept', () => {
	const library = readLibrary()
	const wordings = findWordings(library.safety, getSafetyTexts(library))
	expect(wordings.length).toBeGreaterThan(1000)
	expect(findUnsigned(readContent().get(approvedFile), wordings)).toEqual([])
})
