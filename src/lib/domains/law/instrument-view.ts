import { isLawStale } from './fresh.ts'
import type { Instrument } from './corpus/instrument.ts'
import { getIndex, type Law } from './corpus/law.ts'
import type { LawSource } from './corpus/law-source.ts'
import type { Mapping } from './corpus/mapping.ts'
import type { Provision } from './corpus/provision.ts'
import type { Question } from './corpus/question.ts'
import { isPresent } from './present.ts'
import type { Version } from './corpus/version.ts'

/** A change, the instrument at its other end, and the articles of ours that it concerns. */
export type Change = {
	version: Version
	instrument: Instrument
	provisions: Provision[]
	/** It is known to concern no article that we hold; otherwise an empty list means that we do not know. */
	holdsNone: boolean
}

/** An instrument with all that stands round it. */
export type InstrumentView = {
	instrument: Instrument
	provisions: readonly Provision[]
	/** Changes of it, oldest first. */
	amendedBy: Change[]
	/** Changes by it. */
	amends: Change[]
	/** For Moroccan law: the conventions that its provisions answer. For a convention: the instruments that answer it. */
	serves: Instrument[]
	/** Duties that its provisions put on Moroccan law; empty for Moroccan law itself. */
	mappings: readonly Mapping[]
	/** The treaties that it approves. */
	approves: Instrument[]
	/** The law by which Morocco approved it. */
	approvedBy: Instrument | undefined
	questions: Question[]
	sources: LawSource[]
	/** Its status was looked up too long ago. */
	isStale: boolean
}

const byDay = ({ version: one }: Change, { version: other }: Change): number =>
	(one.day ?? '').localeCompare(other.day ?? '')

const getServed = (law: Law, instrument: Instrument): Instrument[] => {
	const { instruments, provisions } = getIndex(law)
	const ids = law.mappings.flatMap(({ convention, answers }) => {
		const homes = answers.map((id) => provisions.get(id)?.instrument)
		if (convention === instrument.id) return homes
		return homes.includes(instrument.id) ? [convention] : []
	})
	return [...new Set(ids)].map((id) => instruments.get(id ?? '')).filter(isPresent)
}

/**
 * An instrument with its provisions, changes, conventions and open questions; `undefined` when no record has this id.
 *
 * @param at - the moment at which staleness is judged
 */
export const findInstrumentView = (law: Law, id: string, at: Date): InstrumentView | undefined => {
	const index = getIndex(law)
	const instrument = index.instruments.get(id)
	if (!instrument) return undefined
	const toChanges = (versions: readonly Version[], other: 'by' | 'instrument'): Change[] =>
		versions
			.flatMap((version) => {
				const found = index.instruments.get(version[other])
				const provisions = version.provisions.map((each) => index.provisions.get(each)).filter(isPresent)
				const isOurs = (index.provisionsOf.get(version.instrument) ?? []).length > 0
				const holdsNone = version.holdsNone || !isOurs
				return found ? [{ version, instrument: found, provisions, holdsNone }] : []
			})
			.sort(byDay)
	return {
		instrument,
		provisions: index.provisionsOf.get(id) ?? [],
		amendedBy: toChanges(index.changesOf.get(id) ?? [], 'by'),
		amends: toChanges(
			law.versions.filter(({ by }) => by === id),
			'instrument',
		),
		serves: getServed(law, instrument),
		mappings: law.mappings.filter(({ convention }) => convention === id),
		approves:
			instrument.level === 'national' && instrument.number !== null
				? law.instruments.filter(({ treaty }) => treaty?.approval.law === instrument.number)
				: [],
		approvedBy: law.instruments.find(
			({ level, number }) =>
				level === 'national' && number !== null && number === instrument.treaty?.approval.law,
		),
		questions: instrument.questions.map((question) => index.questions.get(question)).filter(isPresent),
		sources: instrument.sources.map((source) => index.sources.get(source)).filter(isPresent),
		isStale: isLawStale(instrument.status.asOf, at),
	}
}
