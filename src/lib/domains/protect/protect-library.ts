import { languages, type Language, type Result } from '#base'
import { checkAddresses, checkTerms, ContentError, pickWords, type Library } from '#domains/guide'
import { parseTypedYaml } from '#tools/files/typed-yaml'
import type * as v from 'valibot'
import { bypasses } from './bypass.ts'
import { levels } from './fact.ts'
import { guideFrame, guideWords, type DeviceGuide } from './guides/index.ts'
import { parseProtectFacts, type ProtectFacts } from './protect-facts.ts'
import { targetGroups } from './targets.ts'
import {
	proofsFile,
	targets,
	targetWords,
	type Proof,
	type TargetEntry,
	type TargetWords,
} from './targets/index.ts'

/** Everything about protection that is content: facts, guides, the words of targets, proofs. */
export type Protection = {
	facts: ProtectFacts
	guides: readonly DeviceGuide[]
	targetWords: Partial<Record<Language, TargetWords>>
	proofs: readonly Proof[]
}

/** Languages in which every guide and target must exist. */
const complete: readonly Language[] = ['ar', 'fr', 'en']
const folder = 'content/protect'

class ProtectReader {
	readonly wrong: string[] = []
	readonly #files: ReadonlyMap<string, string>
	readonly #library: Library

	constructor(files: ReadonlyMap<string, string>, library: Library) {
		this.#files = files
		this.#library = library
	}

	has(file: string): boolean {
		return this.#files.has(file)
	}

	refuse(file: string, faults: readonly string[]): void {
		for (const fault of faults) this.wrong.push(`${file}:1: ${fault}`)
	}

	read<Schema extends v.GenericSchema>(file: string, schema: Schema): v.InferOutput<Schema> | undefined {
		const text = this.#files.get(file)
		if (text === undefined) {
			this.refuse(file, ['is missing'])
			return undefined
		}
		const parsed: Result<v.InferOutput<Schema>> = parseTypedYaml(text, schema)
		if (parsed.ok) return parsed.value
		for (const { path, message } of parsed.issues) this.wrong.push(`${file}:${path}: ${message}`)
		return undefined
	}

	/** Words for people: as {@link read}, and none of them to avoid. */
	words<Schema extends v.GenericSchema>(
		file: string,
		schema: Schema,
		language: Language,
	): v.InferOutput<Schema> | undefined {
		this.refuse(file, checkTerms(this.#files.get(file) ?? '', this.#library.terms[language] ?? []))
		return this.read(file, schema)
	}

	guideIds(): string[] {
		const found = [...this.#files.keys()].flatMap(
			(file) => /^content\/protect\/guides\/([^/]+)\//u.exec(file)?.[1] ?? [],
		)
		return [...new Set(found)].sort()
	}

	text(file: string): string {
		return this.#files.get(file) ?? ''
	}
}

const readGuides = (reader: ProtectReader, library: Library): DeviceGuide[] =>
	reader.guideIds().flatMap((id) => {
		const place = `${folder}/guides/${id}`
		const frame = reader.read(`${place}/guide.yaml`, guideFrame)
		if (!frame) return []
		const missing = frame.sources.filter((source) => !(source in library.sources))
		reader.refuse(
			`${place}/guide.yaml`,
			missing.map((source) => `source ${source} is not in content/sources.yaml`),
		)
		const words: DeviceGuide['words'] = {}
		for (const language of languages) {
			const file = `${place}/${language}.yaml`
			if (!reader.has(file) && !complete.includes(language)) continue
			const own = reader.words(file, guideWords, language)
			reader.refuse(file, checkAddresses(reader.text(file)))
			if (own) words[language] = own
		}
		return [{ ...frame, id, words }]
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
	const words = readTargetWords(reader, facts)
	const proofs = reader.read(`${folder}/proofs.yaml`, proofsFile) ?? []
	if (reader.wrong.length > 0 || !facts)
		throw new ContentError(`content cannot be shown:\n${reader.wrong.join('\n')}`)
	return { facts, guides, targetWords: words, proofs }
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
