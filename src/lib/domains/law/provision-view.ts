import { toGapRow, type GapRow } from './gaps/gap-row.ts'
import type { Instrument } from './corpus/instrument.ts'
import { getIndex, type Law } from './corpus/law.ts'
import type { LawSituation } from './corpus/law-situation.ts'
import type { LawSource } from './corpus/law-source.ts'
import { byPlace, toRow } from './matrix.ts'
import type { Penalty, Provision } from './corpus/provision.ts'
import type { Question } from './corpus/question.ts'
import { isPresent } from './present.ts'
import type { Version } from './corpus/version.ts'

/** A provision with all that stands round it. */
export type ProvisionView = {
	provision: Provision
	instrument: Instrument
	/** The same article under other conditions, in the order of the file. */
	variants: Provision[]
	before: Provision | undefined
	after: Provision | undefined
	/** As data; a sentence comes from `penaltyToSentence()`. */
	penalty: Penalty | undefined
	/** Situations in which it may apply, and in which role. */
	situations: { situation: LawSituation; role: string }[]
	/** For Moroccan law: what conventions ask and it answers. For a convention: the one row that assesses it, or none. */
	mappings: GapRow[]
	/** Changes of it, oldest first; `by` is the instrument that made them. */
	changes: { version: Version; by: Instrument }[]
	/** Open questions of the record, then of its rows. */
	questions: Question[]
	sources: LawSource[]
}

const getVariants = (law: Law, { id, variantOf, instrument }: Provision): Provision[] => {
	const family = variantOf ?? id
	return (getIndex(law).provisionsOf.get(instrument) ?? []).filter(
		(other) => other.id !== id && (other.id === family || other.variantOf === family),
	)
}

/** A provision with situations, conventions, changes and open questions; `undefined` when no record has this id. */
export const findProvisionView = (law: Law, id: string): ProvisionView | undefined => {
	const index = getIndex(law)
	const provision = index.provisions.get(id)
	const instrument = provision && index.instruments.get(provision.instrument)
	if (!instrument) return undefined
	const siblings = index.provisionsOf.get(instrument.id) ?? []
	const at = siblings.indexOf(provision)
	const own = index.mappingOf.get(id)
	const rows = [...(own ? [own] : []), ...(index.answeredBy.get(id) ?? [])]
		.map((mapping) => toGapRow(law, toRow(law, mapping)))
		.sort((one, other) => byPlace(one.convention.id, other.convention.id))
	const asked = new Set([...provision.questions, ...rows.flatMap(({ mapping }) => mapping.questions)])
	return {
		provision,
		instrument,
		variants: getVariants(law, provision),
		before: siblings[at - 1],
		after: siblings[at + 1],
		penalty: provision.penalty,
		situations: (index.situationsOf.get(id) ?? []).map((situation) => ({
			situation,
			role: situation.provisions.find((link) => link.id === id)?.role ?? '',
		})),
		mappings: rows,
		changes: (index.versionsOf.get(id) ?? []).flatMap((version) => {
			const by = index.instruments.get(version.by)
			return by ? [{ version, by }] : []
		}),
		questions: [...asked].map((question) => index.questions.get(question)).filter(isPresent),
		sources: provision.sources.map((source) => index.sources.get(source)).filter(isPresent),
	}
}
