import { stringify } from 'yaml'
import { buildLibrary, type Library } from '../../src/lib/domains/guide/library.ts'
import { buildLaw, type Law } from '../../src/lib/domains/law/index.ts'
import { readContent, readLibrary } from './content.ts'
import { keep } from './keep.ts'
import { makeFiles } from './library.ts'

type Changes = Record<string, unknown>

const inThree = (text: string): Record<string, string> => ({ ar: text, fr: text, en: text })
const ground = { sources: ['code-ar'], confidence: 'sure', review: 'none' }
const blankIssue = { number: null, day: null, page: null }

/** An instrument that is in force since a known day. */
export const makeInstrument = (id: string, changes: Changes = {}): Changes => ({
	id,
	kind: 'law',
	level: 'national',
	number: null,
	name: inThree(`name of ${id}`),
	namesConfidence: 'sure',
	says: inThree(`says of ${id}`),
	status: { is: 'in-force', asOf: '2026-11-24', consolidatedTo: null },
	promulgation: { reference: '1.00.1', day: '2000-01-01' },
	bulletin: { ar: { number: '1', day: '2000-02-01', page: 1 }, fr: blankIssue },
	inForce: '2000-03-01',
	childSpecific: false,
	namedByProgramme: false,
	...ground,
	...changes,
})

/** A convention that Morocco has joined. */
export const makeTreaty = (id: string, changes: Changes = {}): Changes =>
	makeInstrument(id, {
		kind: 'treaty',
		level: 'international',
		promulgation: { reference: null, day: null },
		bulletin: { ar: blankIssue, fr: blankIssue },
		inForce: '2010-05-01',
		treaty: {
			adopted: '2005-01-01',
			inForceGenerally: '2008-01-01',
			signed: null,
			deposited: '2010-02-01',
			approval: { law: null, dahir: null },
			publication: null,
			reservations: null,
		},
		...changes,
	})

export const makeProvision = (id: string, changes: Changes = {}): Changes => ({
	id,
	article: '1',
	kind: 'duty',
	tags: ['child'],
	title: inThree(`title of ${id}`),
	says: inThree(`says of ${id}`),
	...ground,
	...changes,
})

export const makeMapping = (id: string, changes: Changes = {}): Changes => ({
	id,
	asks: 'treaty-1',
	answers: ['code-447-3'],
	assessment: 'covered',
	gapType: 'none',
	reason: inThree(`reason of ${id}`),
	fill: null,
	assessed: { on: '2026-11-24', by: 'desk' },
	...ground,
	...changes,
})

export const makeVersion = (id: string, changes: Changes = {}): Changes => ({
	id,
	instrument: 'code',
	by: 'law-1',
	change: 'added',
	day: '2005-01-01',
	basis: 'publication',
	provisions: ['code-447-3'],
	...ground,
	...changes,
})

export const makeLawSituation = (id: string, changes: Changes = {}): Changes => ({
	id,
	name: inThree(`name of ${id}`),
	topics: ['bullying'],
	help: ['mocked'],
	provisions: [{ id: 'code-447-3', role: 'main' }],
	says: inThree(`says of ${id}`),
	they: [{ from: ['code-447-3'] }],
	cautions: inThree('Keep the proof.'),
	gap: null,
	doors: ['listener'],
	...ground,
	...changes,
})

const answers = { says: 'Says.', report: 'Yes.', trouble: 'No.', next: 'Next.', parents: 'Perhaps.' }

export const makeSituationWords = (changes: Changes = {}): Changes => ({
	title: 'Title',
	children: answers,
	teens: answers,
	adults: {
		law: 'Article 447-3.',
		gap: 'Nothing known.',
		they: ['They answer for it.'],
		complaint: 'On …, …',
		keep: ['Links', 'Dates'],
	},
	review: { native: 'none', jurist: 'none' },
	checked: '2026-11-25',
	...changes,
})

const stepIds = ['tell', 'heard', 'phone', 'decision', 'court', 'judgment']

/** The way from telling to judgment, answered at its first step only. */
export const makePath = (changes: Changes = {}): Changes => ({
	texts: ['code'],
	read: '2026-11-28',
	steps: stepIds.map((id) => ({ id, answers: id === 'tell' ? { asks: ['code-448'] } : {} })),
	...changes,
})

export const makePathWords = (changes: Changes = {}): Changes => ({
	title: 'From telling to judgment',
	intro: 'Step by step.',
	steps: Object.fromEntries(
		stepIds.map((id) => [
			id,
			{ title: `Step ${id}`, ...(id === 'tell' && { asks: 'One chooses whom to tell.' }) },
		]),
	),
	unknown: ['How long it takes.'],
	review: { native: 'none', specialist: 'none', jurist: 'none' },
	checked: '2026-11-28',
	...changes,
})

const pathWordsFiles = Object.fromEntries(
	['children', 'teens', 'adults'].flatMap((reader) =>
		['ar', 'fr', 'zgh', 'en'].map((language) => [`path/${reader}/${language}.yaml`, makePathWords()]),
	),
)

/** The parts of the smallest corpus; each file's value can be replaced. */
export const makeLawParts = (): Record<string, unknown> => ({
	'sources.yaml': [
		{ id: 'code-ar', title: 'Code, Arabic', locator: 'a copy', url: null, quality: 'primary-text-copy' },
	],
	'questions.yaml': [{ id: 'J01', priority: 1, asks: inThree('Is it so?'), answer: null }],
	'versions.yaml': [makeVersion('code-by-law-1')],
	'situations.yaml': [makeLawSituation('sit-one')],
	'instruments/code.yaml': makeInstrument('code', {
		kind: 'code',
		status: { is: 'in-force-amended', asOf: '2026-11-24', consolidatedTo: '2024-08-22' },
	}),
	'instruments/law-1.yaml': makeInstrument('law-1', {
		number: '07-03',
		promulgation: { reference: '1.04.1', day: '2004-12-01' },
		bulletin: { ar: { number: '2', day: '2005-01-01', page: 9 }, fr: blankIssue },
		inForce: '2005-01-01',
	}),
	'instruments/treaty.yaml': makeTreaty('treaty'),
	'provisions/code.yaml': [
		makeProvision('code-447-3', {
			article: '447-3',
			kind: 'offence',
			penalty: {
				rule: 'and',
				prison: { kind: 'habs', from: 12, to: 60 },
				fine: { from: 5000, to: 50_000 },
			},
			victimMinor: 'element',
			attemptPunished: null,
			questions: ['J01'],
		}),
		makeProvision('code-448', { article: '448', kind: 'right' }),
	],
	'provisions/treaty.yaml': [
		makeProvision('treaty-1', { kind: 'treaty-obligation' }),
		makeProvision('treaty-2', { article: '2', kind: 'treaty-obligation' }),
	],
	'mappings/treaty.yaml': [makeMapping('map-1')],
	'path.yaml': makePath(),
	...pathWordsFiles,
	'situations/sit-one/ar.yaml': makeSituationWords(),
	'situations/sit-one/fr.yaml': makeSituationWords(),
	'situations/sit-one/zgh.yaml': makeSituationWords(),
	'situations/sit-one/en.yaml': makeSituationWords(),
})

/** The smallest `content/law` that `buildLaw()` takes, with {@link makeLawLibrary}. */
export const makeLawFiles = (changes: Record<string, unknown> = {}): Map<string, string> =>
	new Map(
		Object.entries({ ...makeLawParts(), ...changes })
			.filter(([, value]) => value !== undefined)
			.map(([file, value]) => [`content/law/${file}`, stringify(value, { lineWidth: 0 })]),
	)

/** The library that {@link makeLawFiles} is checked against. */
export const makeLawLibrary = keep((): Library => buildLibrary(makeFiles()))

/** A corpus from {@link makeLawFiles}. */
export const makeLaw = (changes: Record<string, unknown> = {}): Law =>
	buildLaw(makeLawFiles(changes), makeLawLibrary())

/** The corpus of `content/law` as it stands: made once for all tests of a process, and frozen. */
export const readLaw = keep((): Law =>
	buildLaw(new Map([...readContent()].filter(([file]) => file.startsWith('content/law/'))), readLibrary()),
)
