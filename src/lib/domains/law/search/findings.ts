import type { Language } from '#base'
import { pickWords, type InLanguage } from '#domains/guide'
import type { InstrumentStatus } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import { findReferences, type Reference } from './find-references.ts'
import type { LawSearchIndex } from './law-search-index.ts'
import type { NumberIndex } from './number-index.ts'
import { searchLaw, type LawAnswer } from './search-law.ts'

/** A text that was found, with what a list says of it. */
export type LawFinding =
	| { kind: 'instrument'; id: string; name: InLanguage<string>; status: InstrumentStatus }
	| {
			kind: 'provision'
			id: string
			article: string
			title: InLanguage<string>
			/** The text that it stands in. */
			instrument: string
			name: InLanguage<string>
	  }

/** Data of a page of results. */
export type LawFindings = {
	/** Exact results for a number or a name. */
	exact: LawFinding[]
	/** Articles, then instruments, that speak of what was asked. */
	texts: LawFinding[]
	/** A number was surely meant that no record holds. */
	isMissing: boolean
	/** True when nothing was found, or nothing was asked. */
	isNothing: boolean
} & Pick<LawAnswer, 'situations' | 'isHeard' | 'isTold' | 'helpPanel' | 'reader'>

const toFinding = (law: Law, { kind, id }: Reference, language: Language): LawFinding[] => {
	const { instruments, provisions } = getIndex(law)
	const provision = kind === 'provision' ? provisions.get(id) : undefined
	const instrument = instruments.get(provision?.instrument ?? id)
	const name = instrument && pickWords(instrument.name, language)
	if (!name) return []
	if (!provision) return [{ kind: 'instrument', id, name, status: instrument.status.is }]
	const title = pickWords(provision.title, language)
	if (!title) return []
	return [{ kind: 'provision', id, article: provision.article, title, instrument: instrument.id, name }]
}

/** Exact results for the numbers and names of a query; `isOnly`: it asks for nothing else. */
export type NumberFindings = Pick<LawFindings, 'exact' | 'isTold'> & { isOnly: boolean }

/**
 * The texts that the numbers and names of a query say exactly, for a page on which the law is not the subject: costs a
 * hundredth of {@link findInLaw}. Empty where no number was surely meant and no name stands alone.
 */
export const findByNumber = (
	law: Law,
	index: NumberIndex,
	{ query, language }: { query: string; language: Language },
): NumberFindings => {
	const { found, isTold, isOnly } = findReferences(index, query)
	return { exact: found.flatMap((reference) => toFinding(law, reference, language)), isTold, isOnly }
}

/** Searches the law and says of each text what a list shows. Never throws; keeps nothing of the query. */
export const findInLaw = (
	law: Law,
	index: LawSearchIndex,
	{ query, language }: { query: string; language: Language },
): LawFindings => {
	const { exact, missing, provisions, instruments, ...answer } = searchLaw(index, query)
	const show = (references: readonly Reference[]): LawFinding[] =>
		references.flatMap((reference) => toFinding(law, reference, language))
	const texts = [
		...provisions.map((id): Reference => ({ kind: 'provision', id })),
		...instruments.map((id): Reference => ({ kind: 'instrument', id })),
	]
	return {
		...answer,
		exact: show(exact),
		texts: show(texts),
		isMissing: missing.length > 0,
		isNothing: exact.length + texts.length + answer.situations.length === 0,
	}
}
