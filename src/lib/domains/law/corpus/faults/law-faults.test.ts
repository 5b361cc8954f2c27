import { expect, test } from 'vitest'
import { ContentError } from '#domains/guide'
import {
	makeLawFiles,
	makeLawLibrary,
	makeLawParts,
	makeLawSituation,
	makeMapping,
	makeProvision,
	makeSituationWords,
	makeVersion,
} from '../../../../../../tests/support/law-files.ts'
import { buildLaw } from '../law-library.ts'

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

const young = { says: 'Says.', report: 'Yes.', trouble: 'No.', next: 'Next.', parents: 'Perhaps.' }

test.each<[string, Record<string, unknown>, string]>([
	[
		'a source that is not there',
		withProvision({ sources: ['code-ar', 'nowhere'] }),
		`${code}:1: code-447-3: source nowhere is not there`,
	],
	[
		'a question that is not there',
		withProvision({ questions: ['J99'] }),
		'code-447-3: question J99 is not there',
	],
	[
		'a note about nothing',
		withProvision({ notes: [{ kind: 'unchecked', says: { ar: 'x', fr: 'x', en: 'x' }, see: ['nothing'] }] }),
		'record nothing is not there',
	],
	[
		'an orphan source',
		{
			'sources.yaml': [
				...(makeLawParts()['sources.yaml'] as object[]),
				{ id: 'lost', title: 'x', locator: 'x', url: null, quality: 'press' },
			],
		},
		'lost: is an orphan',
	],
	[
		'an orphan provision',
		{ 'provisions/ghost.yaml': [makeProvision('ghost-1')] },
		'ghost-1: is an orphan: instrument ghost is not there',
	],
	['a variant of nothing', withProvision({ variant: 'agg', variantOf: 'code-1' }), 'is a variant of code-1'],
	['a variant that is none', withProvision({ variantOf: 'code-448' }), 'variant and variantOf go together'],
	[
		'a Moroccan treaty obligation',
		withProvision({ kind: 'treaty-obligation' }),
		'only a treaty holds a treaty-obligation',
	],
	[
		'a duty mapped twice',
		{ 'mappings/treaty.yaml': [makeMapping('map-1'), makeMapping('map-2')] },
		'treaty-1 is mapped twice',
	],
	[
		'an answer that is not Moroccan',
		{ 'mappings/treaty.yaml': [makeMapping('map-1', { answers: ['treaty-2'] })] },
		'answer treaty-2 is not Moroccan law',
	],
	[
		'an answer that is not there',
		{ 'mappings/treaty.yaml': [makeMapping('map-1', { answers: ['code-9'] })] },
		'provision code-9 is not there',
	],
	[
		'a table of another convention',
		{ 'mappings/treaty.yaml': [], 'mappings/code.yaml': [makeMapping('map-1')] },
		'treaty-1 is not of code',
	],
	[
		'a change of what another instrument holds',
		{ 'versions.yaml': [makeVersion('code-by-law-1', { provisions: ['treaty-1'] })] },
		'treaty-1 is not of code',
	],
	[
		'a change by nobody',
		{ 'versions.yaml': [makeVersion('code-by-law-1', { by: 'law-2' })] },
		'instrument law-2 is not there',
	],
	[
		'a change before its law was promulgated',
		{ 'versions.yaml': [makeVersion('code-by-law-1', { day: '2003-01-01' })] },
		'day 2003-01-01 is before law-1 was promulgated (2004-12-01)',
	],
	[
		'two records of one amendment of which one has no day',
		{
			'versions.yaml': [
				makeVersion('code-by-law-1', { provisions: [] }),
				makeVersion('code-by-law-1-2', { day: null, basis: null }),
			],
		},
		'code-by-law-1-2: has no day, while law-1 has 2005-01-01 elsewhere',
	],
	[
		'a variant whose article was changed by a text that the variant does not name',
		{
			'provisions/code.yaml': [
				makeProvision('code-447-3'),
				makeProvision('code-447-3-dbl', { variant: 'dbl', variantOf: 'code-447-3' }),
				makeProvision('code-448'),
			],
		},
		'code-447-3-dbl: is a variant of code-447-3, which law-1 changed',
	],
	[
		'two sources that do not agree without naming them',
		{
			'versions.yaml': [
				makeVersion('code-by-law-1', {
					notes: [{ kind: 'contradiction', between: ['code-ar'], says: { ar: 'x', fr: 'x', en: 'x' } }],
				}),
			],
		},
		'a contradiction names the two sources that do not agree',
	],
	[
		'a list of articles and none of ours at once',
		{ 'versions.yaml': [makeVersion('code-by-law-1', { holdsNone: true })] },
		'holdsNone and a list of provisions cannot both be',
	],
	[
		'a topic that is not there',
		{ 'situations.yaml': [makeLawSituation('sit-one', { topics: ['weather'] })] },
		'topic weather is not there',
	],
	[
		'a door that is not there',
		{ 'situations.yaml': [makeLawSituation('sit-one', { doors: ['window'] })] },
		'door window is not there',
	],
	[
		'a help situation that is not there',
		{ 'situations.yaml': [makeLawSituation('sit-one', { help: ['rained-on'] })] },
		'help situation rained-on is not there',
	],
	[
		'a situation without an article that exists',
		{ 'situations.yaml': [makeLawSituation('sit-one', { provisions: [{ id: 'code-2', role: 'main' }] })] },
		'provision code-2 is not there',
	],
	[
		'a situation without its Arabic words',
		{ 'situations/sit-one/ar.yaml': undefined },
		'its words are missing in ar',
	],
	[
		'a situation without its Tamazight words',
		{ 'situations/sit-one/zgh.yaml': undefined },
		'its words are missing in zgh',
	],
	[
		'the law told to a child in too many words',
		{
			'situations/sit-one/en.yaml': makeSituationWords({
				children: { ...young, next: 'a b '.repeat(60).trim() },
			}),
		},
		'words.en for children holds 124 words, and not 120 at most',
	],
	[
		'the law told to a child with an article',
		{ 'situations/sit-one/ar.yaml': makeSituationWords({ children: { ...young, says: 'المادة 460.' } }) },
		'words.ar for children names an article to a child',
	],
	[
		'the law told to a child with an article, whose word has vowel marks',
		{ 'situations/sit-one/ar.yaml': makeSituationWords({ children: { ...young, says: 'الْمَادَّةُ 460.' } }) },
		'words.ar for children names an article to a child',
	],
	[
		'the law told to a child in Arabic without vowel marks',
		{ 'situations/sit-one/ar.yaml': makeSituationWords({ children: { ...young, says: 'الْقَانُونُ يحميني.' } }) },
		'words.ar for children holds words without their vowel marks: يحميني',
	],
	[
		'words of a situation that is not listed',
		{ 'situations/sit-two/ar.yaml': makeSituationWords() },
		'situations/sit-two:1: is not in situations.yaml',
	],
	[
		'an article that the corpus does not hold',
		{
			'situations/sit-one/fr.yaml': makeSituationWords({
				adults: { law: 'Article 999-3.', gap: 'x', they: ['x'], complaint: 'x', keep: ['x', 'y'] },
			}),
		},
		'words.fr name 999-3, which is no article or law of ours',
	],
	[
		'a word that pages do not print',
		withProvision({ says: { ar: 'x', fr: 'x', en: 'A predator.' } }),
		'says.en says what /predator/ finds',
	],
	[
		'a phone number in the words',
		{ 'situations/sit-one/fr.yaml': makeSituationWords({ title: 'Appelle le 2511' }) },
		'holds a phone number (2511)',
	],
	['an id that stands twice', { 'mappings/treaty.yaml': [makeMapping('code-448')] }, 'code-448 stands twice'],
])('buildLaw() refuses %s', (_, changes, reason) => {
	expect(refusalOf(changes).join('\n')).toContain(reason)
})
