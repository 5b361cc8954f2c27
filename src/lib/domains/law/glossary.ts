import type { Language } from '#base'
import {
	checkedOn,
	checkTerms,
	ContentError,
	line,
	pickWords,
	slug,
	type InLanguage,
	type Library,
} from '#domains/guide'
import * as v from 'valibot'
import { LawReader, lawFolder } from './corpus/law-reader.ts'
import { lawId, lawReview } from './corpus/law-words.ts'
import { getIndex, type Law } from './corpus/law.ts'
import type { Provision } from './corpus/provision.ts'
import { isPresent } from './present.ts'

/** Part of the page in which a word stands: the way of a complaint, people, deeds, penalties, protection. */
export const glossaryGroups = ['way', 'people', 'deed', 'penalty', 'protect'] as const
export type GlossaryGroup = (typeof glossaryGroups)[number]

const term = v.strictObject({
	id: slug,
	group: v.picklist(glossaryGroups),
	/** Tamazight only where the site uses a word already: nobody invents one alone. */
	term: v.strictObject({ ar: line(60), fr: line(60), en: line(60), zgh: v.exactOptional(line(60)) }),
	says: v.strictObject({ ar: line(420), fr: line(420), en: line(420), zgh: v.exactOptional(line(420)) }),
	provisions: v.pipe(v.array(lawId), v.nonEmpty('must name at least one provision')),
	sources: v.pipe(v.array(lawId), v.nonEmpty('must name at least one source')),
	review: v.strictObject({ native: lawReview, jurist: lawReview }),
	checked: checkedOn,
})

/** A word of the law that people meet, said plainly. */
export type LawTerm = v.InferOutput<typeof term>

const file = `${lawFolder}/glossary.yaml`

const findTermFaults = (
	terms: readonly LawTerm[],
	law: Law,
	library: Library,
): [id: string, fault: string][] => {
	const { provisions, sources } = getIndex(law)
	return terms.flatMap(({ id, term: names, says, ...named }) => [
		...named.provisions
			.filter((provision) => !provisions.has(provision))
			.map((provision): [string, string] => [id, `provision ${provision} is not there`]),
		...named.sources
			.filter((source) => !sources.has(source))
			.map((source): [string, string] => [id, `source ${source} is not there`]),
		...(['ar', 'fr', 'en', 'zgh'] as const).flatMap((language) =>
			checkTerms(`${names[language] ?? ''}\n${says[language] ?? ''}`, library.terms[language] ?? []).map(
				(fault): [string, string] => [id, `${language} ${fault}`],
			),
		),
	])
}

/**
 * Reads the words of the law.
 *
 * @param files - path from the project's root (`content/law/…`) to text
 * @throws ContentError that names every wrong term with file, line and reason
 */
export const buildLawGlossary = (
	files: ReadonlyMap<string, string>,
	law: Law,
	library: Library,
): readonly LawTerm[] => {
	const reader = new LawReader(files)
	const terms = reader.read(file, v.array(term)) ?? []
	if (reader.wrong.length === 0)
		for (const [id, fault] of findTermFaults(terms, law, library)) reader.refuse(id, fault)
	if (reader.wrong.length > 0) throw new ContentError(`content cannot be shown:\n${reader.wrong.join('\n')}`)
	return terms
}

/** A word as a page shows it; its name may be in another language than what it means. */
export type GlossaryEntry = {
	id: string
	name: InLanguage<string> | undefined
	says: InLanguage<string> | undefined
	provisions: Provision[]
}

/** The words of the law by group, in the order of the file, each in `language` or the nearest one. */
export const getGlossary = (
	terms: readonly LawTerm[],
	law: Law,
	language: Language,
): { group: GlossaryGroup; entries: GlossaryEntry[] }[] =>
	glossaryGroups.map((group) => ({
		group,
		entries: terms
			.filter((candidate) => candidate.group === group)
			.map(({ id, term: names, says, provisions }) => ({
				id,
				name: pickWords(names, language),
				says: pickWords(says, language),
				provisions: provisions.map((name) => getIndex(law).provisions.get(name)).filter(isPresent),
			})),
	}))
