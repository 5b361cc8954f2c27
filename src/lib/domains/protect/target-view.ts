import type { ConfigFile, Language } from '#base'
import { makeFilter, type FilterChoice } from './filter.ts'
import { pickEntry, type Protection } from './protect-library.ts'
import { isOffered, type Resolver } from './resolver.ts'
import type { Target } from './targets.ts'
import { targets } from './targets/all.ts'
import type { Proof } from './targets/proof.ts'
import type { TargetEntry, TargetWords } from './targets/target-words.ts'

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
}

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
	choice: FilterChoice,
	language: Language,
): TargetView | undefined => {
	const target = targets.find((candidate) => candidate.id === id)
	const picked = target && pickEntry(protection, id, language)
	if (!target || !picked) return undefined
	return {
		...picked.entry,
		...{ id, choice, group: target.group },
		...{ canRewrite: target.canRewrite, usesResolver: target.usesResolver },
		...{ language: picked.language, words: picked.words },
		limits: target.limits.map((limit) => picked.words.limits[limit] ?? limit),
		files: target.make(makeFilter(protection.facts, choice)),
		proof: protection.proofs.find((proof) => proof.target === id),
		resolvers: protection.facts.resolvers.filter(isOffered),
	}
}

/** One file of a target for a choice; `undefined` when there is none of that name. */
export const findConfigFile = (
	protection: Protection,
	id: string,
	name: string,
	choice: FilterChoice,
): ConfigFile | undefined =>
	targets
		.find((candidate) => candidate.id === id)
		?.make(makeFilter(protection.facts, choice))
		.find((file) => file.name === name)
