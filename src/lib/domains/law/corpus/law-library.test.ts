import { expect, test } from 'vitest'
import { ContentError } from '#domains/guide'
import {
	makeInstrument,
	makeLaw,
	makeLawFiles,
	makeLawLibrary,
	makeLawParts,
	makeProvision,
	makeSituationWords,
	makeTreaty,
	makeVersion,
} from '../../../../../tests/support/law-files.ts'
import { buildLaw } from './law-library.ts'

const library = makeLawLibrary()

/** The lines of the refusal; none when the corpus is taken. */
const refusalOf = (changes: Record<string, unknown>): string[] => {
	try {
		buildLaw(makeLawFiles(changes), library)
		return []
	} catch (error) {
		if (!(error instanceof ContentError)) throw error
		return error.message.split('\n').slice(1)
	}
}

const code = 'content/law/provisions/code.yaml'
const first = (makeLawParts()['provisions/code.yaml'] as Record<string, unknown>[])[0] ?? {}
const withProvision = (changes: Record<string, unknown>) => ({
	'provisions/code.yaml': [{ ...first, ...changes }, makeProvision('code-448', { article: '448' })],
})
const withPenalty = (penalty: Record<string, unknown>) => withProvision({ penalty })
const prison = { kind: 'habs', from: 12, to: 60 }
const fine = { from: 200, to: 500 }

test('buildLaw() takes the smallest corpus that is whole, and joins what belongs together', () => {
	const law = makeLaw()
	expect(law.instruments.map(({ id }) => id)).toEqual(['code', 'law-1', 'treaty'])
	expect(law.provisions[0]).toMatchObject({
		id: 'code-447-3',
		instrument: 'code',
		level: 'national',
		changedBy: ['law-1'],
		since: { day: '2005-01-01', basis: 'publication' },
		note: null,
	})
	expect(law.provisions[1]).toMatchObject({ changedBy: [], since: undefined })
	expect(law.mappings[0]).toMatchObject({ convention: 'treaty', like: [], earlier: [] })
	expect(law.situations[0]).toMatchObject({ raisesHelpPanel: true })
	expect(Object.keys(law.situations[0]?.words ?? {})).toEqual(['ar', 'fr', 'zgh', 'en'])
	expect(law.places.get('code-447-3')).toBe(`${code}:1`)
	expect(law.places.get('treaty')).toBe('content/law/instruments/treaty.yaml:1')
})

test('buildLaw() keeps a blank as a blank and a missing language as missing', () => {
	const law = makeLaw(withProvision({ says: { ar: null, fr: 'dit', en: 'says' }, attemptPunished: null }))
	expect(law.provisions[0]?.says).toEqual({ fr: 'dit', en: 'says' })
	expect(law.provisions[0]?.attemptPunished).toBeNull()
})

test.each([
	['has none', '2014-12-01', ['law-1', 'law-2'], undefined],
	['has one, and an older change has none', '2003-12-01', ['law-2', 'law-1'], '2005-01-01'],
])('buildLaw() gives a day to a provision as its last change %s', (_, promulgated, changedBy, day) => {
	const law = makeLaw({
		'versions.yaml': [
			makeVersion('code-by-law-1'),
			makeVersion('code-by-law-2', { by: 'law-2', change: 'changed', day: null, basis: null }),
		],
		'instruments/law-2.yaml': makeInstrument('law-2', {
			promulgation: { reference: null, day: promulgated },
			bulletin: { ar: { number: null, day: null, page: null }, fr: { number: null, day: null, page: null } },
			inForce: null,
		}),
	})
	expect(law.provisions[0]).toMatchObject({ changedBy })
	expect(law.provisions[0]?.since?.day).toBe(day)
})

test.each<[string, Record<string, unknown>, string]>([
	['a day that no calendar has', withInForce('2026-02-30'), 'inForce: must be a day that exists'],
	['a day in another writing', withInForce('01/03/2000'), 'inForce: must be a date such as'],
	[
		'a day in force before promulgation',
		withInForce('1999-01-01'),
		'inForce (1999-01-01) is before promulgation',
	],
	[
		'a status that is unknown',
		{
			'instruments/code.yaml': makeInstrument('code', {
				status: { is: 'alive', asOf: '2026-11-24', consolidatedTo: null },
			}),
		},
		'status.is',
	],
	[
		'an instrument without source',
		{ 'instruments/code.yaml': makeInstrument('code', { sources: [] }) },
		'sources: must name at least one source',
	],
	[
		'an instrument without confidence',
		{ 'instruments/code.yaml': makeInstrument('code', { confidence: undefined }) },
		'confidence',
	],
	[
		'an instrument in a file of another name',
		{ 'instruments/code.yaml': makeInstrument('kode') },
		'id kode is not the name of its file',
	],
	[
		'a treaty deposited before it was adopted',
		{
			'instruments/treaty.yaml': makeTreaty('treaty', {
				treaty: {
					adopted: '2005-01-01',
					inForceGenerally: null,
					signed: null,
					deposited: '2004-01-01',
					approval: { law: null, dahir: null },
					publication: null,
					reservations: null,
				},
			}),
		},
		'deposited (2004-01-01) is before adopted',
	],
	[
		'a negative fine',
		withPenalty({ rule: 'fine-only', fine: { from: -5, to: 500 } }),
		'penalty.fine.from: must not be negative',
	],
	[
		'half a month',
		withPenalty({ rule: 'prison-only', prison: { ...prison, from: 0.5 } }),
		'penalty.prison.from',
	],
	[
		'a fine that ends below where it begins',
		withPenalty({ rule: 'fine-only', fine: { from: 500, to: 200 } }),
		'from > to',
	],
	[
		'a prison term that ends below where it begins',
		withPenalty({ rule: 'prison-only', prison: { ...prison, from: 72 } }),
		'from > to',
	],
	[
		'a prison term without bounds',
		withPenalty({ rule: 'prison-only', prison: { ...prison, to: null } }),
		'prison must say from and to',
	],
	[
		'a rule that wants a fine without one',
		withPenalty({ rule: 'and', prison }),
		'prison and fine must be what its rule says',
	],
	[
		'a fine that its rule does not know',
		withPenalty({ rule: 'prison-only', prison, fine }),
		'prison and fine must be what its rule says',
	],
	['a rule that nobody knows', withPenalty({ rule: 'sometimes', fine }), 'penalty.rule'],
	['an empty penalty', withPenalty({ rule: 'none' }), 'must hold a fine for legal persons'],
	[
		'a text that is empty',
		withProvision({ says: { ar: ' ', fr: 'x', en: 'x' } }),
		'says.ar: must not be empty',
	],
	['a language that is left out', withProvision({ says: { fr: 'x', en: 'x' } }), 'says.ar'],
	['a field that is unknown', withProvision({ statute: 'the text of the law' }), 'statute'],
	['a review without a name', withProvision({ review: { by: '', on: '2026-11-24' } }), 'review'],
	[
		'a day without a basis',
		{ 'versions.yaml': [makeVersion('code-by-law-1', { basis: null })] },
		'a day needs a basis',
	],
	[
		'a title of 71 characters',
		{ 'situations/sit-one/fr.yaml': makeSituationWords({ title: 'x'.repeat(71) }) },
		'title: must be 70 characters at most',
	],
])('buildLaw() refuses %s', (_, changes, reason) => {
	const refusal = refusalOf(changes)
	expect(refusal.join('\n')).toContain(reason)
	for (const line of refusal) expect(line).toMatch(/^content\/law\/[a-z0-9/.-]+:\d+: /u)
})

function withInForce(inForce: string): Record<string, unknown> {
	return { 'instruments/code.yaml': makeInstrument('code', { inForce }) }
}

test('buildLaw() takes a day in force before promulgation when a note says that the records contradict', () => {
	const notes = [{ kind: 'own-contradiction', says: { ar: 'x', fr: 'x', en: 'x' } }]
	const changes = { 'instruments/law-1.yaml': makeInstrument('law-1', { inForce: '1999-01-01', notes }) }
	expect(refusalOf(changes)).toEqual([])
})

test('buildLaw() names the line of a wrong value deep in a list', () => {
	const files = makeLawFiles()
	const text = files.get(code)?.replace('from: 5000', 'from: -1') ?? ''
	const line = text.split('\n').findIndex((row) => row.includes('from: -1')) + 1
	expect(() => buildLaw(files.set(code, text), library)).toThrow(
		`${code}:${line}: 0.penalty.fine.from: must not be negative`,
	)
})

test('buildLaw() lets a discouraged word stand in quotation marks: it may be a term of the law', () => {
	expect(
		refusalOf(withProvision({ says: { ar: 'x', fr: 'x', en: 'A “predator”, says the text.' } })),
	).toEqual([])
})

test('buildLaw() reads articles and laws by number in the words of a situation', () => {
	const adults = { law: 'Article 447-3, law 07-03.', gap: 'x', they: ['x'], complaint: 'x', keep: ['x', 'y'] }
	expect(refusalOf({ 'situations/sit-one/fr.yaml': makeSituationWords({ adults }) })).toEqual([])
})

test('buildLaw() names only the broken file, not a hundred references to it', () => {
	const refusal = refusalOf({ 'sources.yaml': [{ id: 'code-ar' }] })
	expect(refusal.every((line) => line.startsWith('content/law/sources.yaml:'))).toBe(true)
	expect(refusal.length).toBeGreaterThan(0)
})

test.each(['sources.yaml', 'questions.yaml', 'versions.yaml', 'situations.yaml'])(
	'buildLaw() refuses a corpus without %s',
	(file) => {
		expect(refusalOf({ [file]: undefined })).toContain(`content/law/${file}:1: is missing`)
	},
)
