import { languages, type Language } from '#base'
import { checkAddresses, ContentError, pickWords, type Library } from '#domains/guide'
import { readApps, type AppHowTo } from './apps/index.ts'
import { bypasses } from './bypass.ts'
import { levels } from './fact.ts'
import { findGuideFaults, guideFrame, guideWords, type DeviceGuide } from './guides/index.ts'
import { parseProtectFacts, type ProtectFacts } from './protect-facts.ts'
import { ProtectReader } from './reading/protect-reader.ts'
import { targetGroups } from './targets.ts'
import {
	proofsFile,
	targets,
	targetWords,
	type Proof,
	type TargetEntry,
	type TargetWords,
} from './targets/index.ts'

/** Everything about protection that is content: facts, guides, what is said of apps, the words of targets, proofs. */
export type Protection = {
	facts: ProtectFacts
	guides: readonly DeviceGuide[]
	apps: readonly AppHowTo[]
	targetWords: Partial<Record<Language, TargetWords>>
	proofs: readonly Proof[]
}

/** Languages in which every guide and target must exist. */
const complete: readonly Language[] = ['ar', 'fr', 'en']
const folder = 'content/protect'

const readGuides = (reader: ProtectReader, library: Library): DeviceGuide[] =>
	reader.ids('guides').flatMap((id) => {
		const place = `${folder}/guides/${id}`
		const frame = reader.read(`${place}/guide.yaml`, guideFrame)
		if (!frame) return []
		const missing = frame.sources.filter((source) => !(source in library.sources))
		reader.refuse(
			`${place}/guide.yaml`,
			missing.map((source) => `source ${source} is not in content/sources.yaml`),
		)
		const strange = frame.topics.filter((topic) => !library.topics.some((known) => known.id === topic))
		reader.refuse(
			`${place}/guide.yaml`,
			strange.map((topic) => `topic ${topic} is not in topics.yaml`),
		)
		const words: DeviceGuide['words'] = {}
		for (const language of languages) {
			const file = `${place}/${language}.yaml`
			if (!reader.has(file) && !complete.includes(language)) continue
			const own = reader.words(file, guideWords, language)
			reader.refuse(file, checkAddresses(reader.text(file)))
			if (own) words[language] = own
		}
		const guide = { ...frame, id, words }
		reader.refuse(`${place}/guide.yaml`, findGuideFaults(guide))
		return [guide]
	})

const missingKeys = (place: string, wanted: readonly string[], given: object): string[] =>
	wanted.filter((key) => !Object.hasOwn(given, key)).map((key) => `${place}.${key}: is missing`)

const findTargetFaults = (words: TargetWords, facts: ProtectFacts | undefined): string[] => [
	...missingKeys(
		'targets',
		targets.map(({ id }) => id),
		words.targets,
	),
	...missingKeys(
		'limits',
		targets.flatMap(({ limits }) => limits),
		words.limits,
	),
	...missingKeys('groups', targetGroups, words.groups),
	...missingKeys('levels', levels, words.levels),
	...missingKeys('bypasses', bypasses, words.bypasses),
	...missingKeys('blocks', facts?.resolvers.flatMap(({ blocks }) => blocks) ?? [], words.blocks),
	...missingKeys('cautions', facts?.resolvers.flatMap(({ cautions }) => cautions) ?? [], words.cautions),
	...missingKeys('stays', facts?.bypass.stays ?? [], words.stays),
]

const readTargetWords = (
	reader: ProtectReader,
	facts: ProtectFacts | undefined,
): Partial<Record<Language, TargetWords>> => {
	const all: Partial<Record<Language, TargetWords>> = {}
	for (const language of languages) {
		const file = `${folder}/targets/${language}.yaml`
		if (!reader.has(file) && !complete.includes(language)) continue
		const words = reader.words(file, targetWords, language)
		if (!words) continue
		if (complete.includes(language)) reader.refuse(file, [...new Set(findTargetFaults(words, facts))])
		all[language] = words
	}
	return all
}

/**
 * Reads all content about protection.
 *
 * @param files - path from the project's root (`content/protect/…`) to text
 * @throws ContentError that names every wrong or missing file with line and reason
 */
export const buildProtection = (files: ReadonlyMap<string, string>, library: Library): Protection => {
	const reader = new ProtectReader(files, library)
	const parsed = parseProtectFacts(files)
	const facts = parsed.ok ? parsed.value : undefined
	if (!parsed.ok) reader.wrong.push(...parsed.issues.map(({ path, message }) => `${path}: ${message}`))
	const guides = readGuides(reader, library)
	const apps = readApps(
		reader,
		guides.map(({ id }) => id),
		library.topics.map(({ id }) => id),
	)
	const words = readTargetWords(reader, facts)
	const proofs = reader.read(`${folder}/proofs.yaml`, proofsFile) ?? []
	if (reader.wrong.length > 0 || !facts)
		throw new ContentError(`content cannot be shown:\n${reader.wrong.join('\n')}`)
	return { facts, guides, apps, targetWords: words, proofs }
}

/** The words of a target, in `language` or the nearest one that has them. */
export const pickEntry = (
	{ targetWords }: Protection,
	id: string,
	language: Language,
): { language: Language; words: TargetWords; entry: TargetEntry } | undefined => {
	const having = Object.fromEntries(
		Object.entries(targetWords).filter(([, words]) => Object.hasOwn(words.targets, id)),
	) as Protection['targetWords']
	const picked = pickWords(having, language)
	const entry = picked?.words.targets[id]
	return picked && entry && { ...picked, entry }
}
