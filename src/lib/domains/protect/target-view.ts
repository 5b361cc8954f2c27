import type { ConfigFile } from '#tools/dns-filter'
import type { Language } from '#base'
import { bypasses } from './bypass.ts'
import { getDefaultChoice } from './filter/filter-query.ts'
import { makeFilter, type FilterChoice } from './filter/filter.ts'
import { getOffered, type Offered } from './offered.ts'
import { pickEntry, type Protection } from './protect-library.ts'
import { isOffered, type Resolver } from './resolver.ts'
import type { Target } from './targets.ts'
import { targets, type Proof, type TargetEntry, type TargetWords } from './targets/index.ts'

/** A target as a list shows it. */
export type TargetCard = Pick<Target, 'id' | 'group'> & {
	title: string
	who: TargetEntry['who']
	language: Language
	isProved: boolean
}

/** A target with the files for a choice. Texts are as written; `language` says whose they are. */
export type TargetView = TargetEntry & {
	id: string
	group: Target['group']
	language: Language
	words: TargetWords
	/** Sentences on what it cannot do. */
	limits: string[]
	canRewrite: boolean
	/** False where the choice of a resolver would change nothing: it is not offered then. */
	usesResolver: boolean
	/** None where the program cannot ask this resolver. */
	files: ConfigFile[]
	proof: Proof | undefined
	choice: FilterChoice
	resolvers: Resolver[]
	offered: Offered
	/** The files are, byte for byte, those that were tried. */
	isTried: boolean
}

/** A choice makes the same files when everything in it is the same; own names and the operator's make others. */
const isSameChoice = (one: FilterChoice, other: FilterChoice): boolean =>
	one.resolver === other.resolver &&
	one.level === other.level &&
	bypasses.every((bypass) => one.closes[bypass] === other.closes[bypass]) &&
	[one, other].every(
		({ blocked = [], allowed = [], canary }) => blocked.length + allowed.length === 0 && canary === undefined,
	)

/** Puts resolvers first that are known to give safe search, where it is as good as the resolver. */
const sortBySafety = (resolvers: readonly Resolver[], { canRewrite }: Target): Resolver[] =>
	canRewrite
		? [...resolvers]
		: [...resolvers].sort(
				(a, b) => Number(b.safeSearch.state === 'yes') - Number(a.safeSearch.state === 'yes'),
			)

/** Every target, in the order of the registry. */
export const getTargetCards = (protection: Protection, language: Language): TargetCard[] =>
	targets.flatMap(({ id, group }) => {
		const picked = pickEntry(protection, id, language)
		if (!picked) return []
		const isProved = protection.proofs.some((proof) => proof.target === id && proof.kind === 'ran')
		return [
			{ id, group, title: picked.entry.title, who: picked.entry.who, language: picked.language, isProved },
		]
	})

/** A target with its files for a choice, in `language` or the nearest one; `undefined` when there is none. */
export const findTargetView = (
	protection: Protection,
	id: string,
	{ choice, language }: { choice: FilterChoice; language: Language },
): TargetView | undefined => {
	const target = targets.find((candidate) => candidate.id === id)
	const picked = target && pickEntry(protection, id, language)
	if (!target || !picked) return undefined
	return {
		...picked.entry,
		id,
		choice,
		group: target.group,
		canRewrite: target.canRewrite,
		usesResolver: target.usesResolver,
		language: picked.language,
		words: picked.words,
		limits: target.limits.map((limit) => picked.words.limits[limit] ?? limit),
		files: target.make(makeFilter(protection.facts, choice)),
		proof: protection.proofs.find((proof) => proof.target === id),
		resolvers: sortBySafety(protection.facts.resolvers.filter(isOffered), target),
		offered: getOffered(protection.facts, target),
		isTried: isSameChoice(choice, getDefaultChoice(protection.facts)),
	}
}

/** One file of a target for a choice; `undefined` when there is none of that name. */
export const findConfigFile = (
	protection: Protection,
	{ id, name, choice }: { id: string; name: string; choice: FilterChoice },
): ConfigFile | undefined =>
	targets
		.find((candidate) => candidate.id === id)
		?.make(makeFilter(protection.facts, choice))
		.find((file) => file.name === name)
