import type { Instrument } from './instrument.ts'
import type { LawPath } from './law-path.ts'
import type { LawSituation } from './law-situation.ts'
import type { LawSource } from './law-source.ts'
import type { Mapping } from './mapping.ts'
import type { Provision } from './provision.ts'
import type { Question } from './question.ts'
import type { Version } from './version.ts'

/** The corpus: all that is known about the law, checked, and where each record stands. */
export type Law = {
	instruments: readonly Instrument[]
	provisions: readonly Provision[]
	mappings: readonly Mapping[]
	situations: readonly LawSituation[]
	path: LawPath
	sources: readonly LawSource[]
	questions: readonly Question[]
	versions: readonly Version[]
	/** `file:line` of every record by id. */
	places: ReadonlyMap<string, string>
}

type Index = {
	instruments: ReadonlyMap<string, Instrument>
	provisions: ReadonlyMap<string, Provision>
	/** Provisions of an instrument, in the order of its file. */
	provisionsOf: ReadonlyMap<string, Provision[]>
	sources: ReadonlyMap<string, LawSource>
	questions: ReadonlyMap<string, Question>
	/** The mapping of a provision of a convention. */
	mappingOf: ReadonlyMap<string, Mapping>
	/** Mappings that a Moroccan provision answers. */
	answeredBy: ReadonlyMap<string, Mapping[]>
	/** Situations in which a provision may apply. */
	situationsOf: ReadonlyMap<string, LawSituation[]>
	/** Changes of an instrument. */
	changesOf: ReadonlyMap<string, Version[]>
	/** Changes of a provision. */
	versionsOf: ReadonlyMap<string, Version[]>
}

const toMap = <Entry extends { id: string }>(entries: readonly Entry[]): Map<string, Entry> =>
	new Map(entries.map((entry) => [entry.id, entry]))

const toGroups = <Entry>(
	entries: readonly Entry[],
	getKeys: (entry: Entry) => readonly string[],
): Map<string, Entry[]> => {
	const groups = new Map<string, Entry[]>()
	for (const entry of entries)
		for (const key of new Set(getKeys(entry))) {
			const group = groups.get(key)
			if (group) group.push(entry)
			else groups.set(key, [entry])
		}
	return groups
}

const makeIndex = (law: Law): Index => ({
	instruments: toMap(law.instruments),
	provisions: toMap(law.provisions),
	provisionsOf: toGroups(law.provisions, ({ instrument }) => [instrument]),
	sources: toMap(law.sources),
	questions: toMap(law.questions),
	mappingOf: new Map(law.mappings.map((mapping) => [mapping.asks, mapping])),
	answeredBy: toGroups(law.mappings, ({ answers }) => answers),
	situationsOf: toGroups(law.situations, ({ provisions }) => provisions.map(({ id }) => id)),
	changesOf: toGroups(law.versions, ({ instrument }) => [instrument]),
	versionsOf: toGroups(law.versions, ({ provisions }) => provisions),
})

const indexes = new WeakMap<Law, Index>()

/** Index of what belongs together, made once for a corpus and held with it. */
export const getIndex = (law: Law): Index => {
	let index = indexes.get(law)
	if (!index) {
		index = makeIndex(law)
		indexes.set(law, index)
	}
	return index
}
