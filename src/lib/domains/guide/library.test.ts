import { stringify } from 'yaml'
import { expect, test } from 'vitest'
import { readContent } from '../../../../tests/support/content.ts'
import {
	makeContact,
	makeContacts,
	makeFiles,
	makePage,
	makeSituation,
	makeTopic,
	makeTopics,
} from '../../../../tests/support/library.ts'
import { buildLibrary, ContentError, findPage, findPageOrFallback } from './library.ts'

/** The lines of the refusal; none when the tree is taken. */
const refusalOf = (files: ReadonlyMap<string, string>): string[] => {
	try {
		buildLibrary(files)
		return []
	} catch (error) {
		if (!(error instanceof ContentError)) throw error
		return error.message.split('\n').slice(1)
	}
}
const without = (file: string): Map<string, string> => {
	const files = makeFiles()
	expect(files.delete(file)).toBe(true)
	return files
}
const withFile = (file: string, text: string): Map<string, string> => makeFiles().set(file, text)
const contactsFile = 'content/country/contacts.yaml'
const topicsFile = 'content/topics/topics.yaml'
const situationsFile = 'content/help/situations.yaml'
const page = 'content/topics/bullying/teens/en.md'

test('buildLibrary() takes the real content', () => {
	const library = buildLibrary(readContent())
	expect(library.pages.length).toBeGreaterThan(150)
	expect(library.situations.length).toBeGreaterThan(10)
})

test('buildLibrary() takes the smallest tree that is whole', () => {
	const library = buildLibrary(makeFiles())
	expect(library.pages).toHaveLength(11)
	expect(library.contacts.map(({ id }) => id)).toEqual(['police', 'listener', 'adviser', 'court'])
})

test('buildLibrary() lets a situation without `who` be anyone’s', () => {
	const situation: Partial<ReturnType<typeof makeSituation>> = makeSituation()
	delete situation.who
	expect(buildLibrary(makeFiles({ situations: [situation] })).situations[0]?.who).toHaveLength(6)
})

test.each([
	contactsFile,
	topicsFile,
	situationsFile,
	'content/country/calendar.yaml',
	'content/sources.yaml',
	'content/terms.yaml',
])('buildLibrary() refuses a tree without %s', (file) => {
	expect(refusalOf(without(file))).toContain(`${file}:1: is missing`)
})

test('buildLibrary() refuses YAML that is none with its file', () => {
	expect(refusalOf(withFile(contactsFile, '- id: [x'))[0]).toMatch(
		/^content\/country\/contacts\.yaml:1: is not YAML: /,
	)
	expect(refusalOf(withFile(contactsFile, '- id: a\n  id: b\n'))[0]).toContain('is not YAML')
})

test('buildLibrary() names the line of a wrong value in an entry of a list', () => {
	const contacts = [...makeContacts(), { ...makeContact({ id: 'new' }), status: 'paused' }]
	const text = stringify(contacts)
	const line = text.split('\n').indexOf('  status: paused') + 1
	expect(refusalOf(withFile(contactsFile, text))[0]).toMatch(
		new RegExp(`^${contactsFile}:${line}: 4\\.status: `),
	)
})

test('buildLibrary() names the line of a wrong key', () => {
	const sources =
		'survey:\n  title: S\n  publisher: P\n  date: 2025\n  seen: 2026-11-24\n  confidence: sure\nother: {}\n'
	expect(refusalOf(withFile('content/sources.yaml', sources))[0]).toMatch(
		/^content\/sources\.yaml:7: other\./,
	)
})

test.each<[string, Map<string, string>, string]>([
	[
		'a door of a topic that is no contact',
		makeFiles({ topics: [makeTopic({ doors: ['nobody'] }), ...makeTopics().slice(1)] }),
		`${topicsFile}:1: bullying: door nobody is not in contacts.yaml`,
	],
	[
		'a door of a situation that is no contact',
		makeFiles({ situations: [makeSituation({ doors: ['nobody'] })] }),
		`${situationsFile}:1: mocked: door nobody is not in contacts.yaml`,
	],
	[
		'a situation of an unknown topic',
		makeFiles({ situations: [makeSituation({ topic: 'unknown' })] }),
		`${situationsFile}:1: mocked: topic unknown is not in topics.yaml`,
	],
	[
		'a situation that is near one that does not exist',
		makeFiles({ situations: [makeSituation({ nearby: ['unknown'] })] }),
		`${situationsFile}:1: mocked: unknown is no other situation`,
	],
	[
		'a situation that is near itself',
		makeFiles({ situations: [makeSituation({ nearby: ['mocked'] })] }),
		`${situationsFile}:1: mocked: mocked is no other situation`,
	],
	[
		'a situation that nobody can live',
		makeFiles({ situations: [makeSituation({ who: [] })] }),
		`${situationsFile}:18: 0.who: `,
	],
	[
		'a situation without doors',
		makeFiles({ situations: [makeSituation({ doors: [] })] }),
		`${situationsFile}:14: 0.doors: `,
	],
	[
		'a topic in three languages',
		makeFiles({ topics: [{ ...makeTopic(), title: { ar: 'ا', fr: 'a', en: 'a' } }] }),
		`${topicsFile}:4: 0.title.zgh: `,
	],
	[
		'a page of a topic that is not listed',
		withFile('content/topics/games/teens/en.md', makePage('en', 'teens')),
		'content/topics/games/teens/en.md:1: topics.yaml does not list',
	],
	[
		'a page for an audience that is not listed',
		withFile('content/topics/passwords/children/en.md', makePage('en', 'children')),
		'content/topics/passwords/children/en.md:1: topics.yaml does not list',
	],
	[
		'a page that stands elsewhere',
		withFile('content/help/en.md', makePage('en', 'teens')),
		'content/help/en.md:1: does not stand at',
	],
	[
		'a page that names an unknown source',
		withFile(page, makePage('en', 'teens', { sources: ['gossip'] })),
		`${page}:1: source gossip is not in content/sources.yaml`,
	],
	[
		'a page that names no related page that exists',
		withFile(page, makePage('en', 'teens', { related: ['games'] })),
		`${page}:1: related page games does not exist`,
	],
	[
		'a page checked long after its source was seen',
		withFile(page, makePage('en', 'teens', { checked: '2028-01-01' })),
		`${page}:1: was checked 2028-01-01, but its source survey was last seen 2026-11-24`,
	],
	[
		'a page with wrong front matter',
		withFile(page, makePage('en', 'teens', { law: [] })),
		`${page}:10: law: must name at least one`,
	],
	[
		'a page with a discouraged term',
		withFile(page, makePage('en', 'teens', { title: 'The predator' })),
		`${page}:1: says what /predator/ finds`,
	],
	[
		'a contact that stands twice',
		makeFiles({ contacts: [...makeContacts(), makeContact({ status: 'suspended' })] }),
		`${contactsFile}:1: listener stands twice`,
	],
	[
		'a topic that stands twice',
		makeFiles({ topics: [...makeTopics(), makeTopic()] }),
		`${topicsFile}:1: bullying stands twice`,
	],
	[
		'a situation that stands twice',
		makeFiles({ situations: [makeSituation(), makeSituation()] }),
		`${situationsFile}:1: mocked stands twice`,
	],
	[
		'a door that a topic names twice',
		makeFiles({ topics: [makeTopic({ doors: ['listener', 'listener'] }), ...makeTopics().slice(1)] }),
		`${topicsFile}:1: bullying: door listener stands twice`,
	],
	[
		'a door that a situation names twice',
		makeFiles({ situations: [makeSituation({ doors: ['court', 'court'] })] }),
		`${situationsFile}:1: mocked: door court stands twice`,
	],
	[
		'a term that is no regular expression',
		makeFiles({ terms: { en: [{ avoid: '(', use: 'x' }] } }),
		'content/terms.yaml:2: en.0.avoid: must be a regular expression',
	],
	[
		'an empty term, which every page would say',
		makeFiles({ terms: { en: [{ avoid: '', use: 'x' }] } }),
		'content/terms.yaml:2: en.0.avoid: ',
	],
	['terms of an unknown language', makeFiles({ terms: { es: [] } }), 'content/terms.yaml:1: es: '],
])('buildLibrary() refuses %s', (_, files, reason) => {
	expect(refusalOf(files).join('\n')).toContain(reason)
})

test.each([
	['suspended', makeContact({ id: 'police', kind: 'emergency', status: 'suspended' })],
	['unverified', makeContact({ id: 'police', kind: 'emergency', confidence: 'unverified' })],
	[
		'a form only',
		makeContact({
			id: 'police',
			kind: 'emergency',
			channels: [{ type: 'web', value: 'https://a.example', hours: 'always', cost: 'data' }],
		}),
	],
])('buildLibrary() refuses a tree whose only emergency number is %s', (_, police) => {
	expect(refusalOf(makeFiles({ contacts: [police, ...makeContacts().slice(1)] }))).toEqual([
		`${contactsFile}:1: no emergency number is active at every hour`,
	])
})

test.each(['ar', 'fr', 'en'])('buildLibrary() refuses a topic whose page is missing in %s', (language) => {
	const file = `content/topics/passwords/teens/${language}.md`
	expect(refusalOf(without(file))).toEqual([`${file}:1: is missing`])
})

test('buildLibrary() refuses a topic of danger without its page in Tamazight, and lets another wait for it', () => {
	const file = 'content/topics/bullying/teens/zgh.md'
	expect(refusalOf(without(file))).toEqual([`${file}:1: is missing`])
	expect(makeFiles().has('content/topics/passwords/teens/zgh.md')).toBe(false)
})

test('buildLibrary() names every wrong file at once', () => {
	const files = withFile(page, 'nothing').set(situationsFile, '- id: X\n')
	const refusal = refusalOf(files).join('\n')
	expect(refusal).toContain(`${page}:1: has no front matter`)
	expect(refusal).toContain(`${situationsFile}:1: 0.id: must be lower-case words`)
})

const library = buildLibrary(makeFiles())

test('findPage() gives a page in exactly this language, or nothing', () => {
	expect(findPage(library, { topic: 'bullying', audience: 'teens', language: 'zgh' })?.language).toBe('zgh')
	expect(findPage(library, { topic: 'passwords', audience: 'teens', language: 'zgh' })).toBeUndefined()
	expect(findPage(library, { topic: 'passwords', audience: 'children', language: 'ar' })).toBeUndefined()
})

test('findPageOrFallback() gives the nearest language that has the page, and nothing when none has', () => {
	const inFrench = { ...library, pages: library.pages.filter(({ language }) => language !== 'ar') }
	expect(
		findPageOrFallback(library, { topic: 'passwords', audience: 'teens', language: 'zgh' })?.language,
	).toBe('ar')
	expect(
		findPageOrFallback(inFrench, { topic: 'passwords', audience: 'teens', language: 'zgh' })?.language,
	).toBe('fr')
	expect(
		findPageOrFallback(inFrench, { topic: 'passwords', audience: 'teens', language: 'ar' })?.language,
	).toBe('fr')
	expect(findPageOrFallback(library, { topic: 'unknown', audience: 'teens', language: 'en' })).toBeUndefined()
})
