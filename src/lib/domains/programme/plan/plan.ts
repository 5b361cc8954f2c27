/**
 * The plan: initiative, action, realisation. A promise keeps its first due date for ever; that it is late, silent or without a
 * date is computed, never typed. Days are civil days, `2026-11-29`.
 */
import type { Language } from '#base'

export type ProgrammeWords = Readonly<Record<Language, string>>

export const planStates = ['promised', 'begun', 'done', 'dropped'] as const
export const planAudiences = ['children', 'teens', 'parents', 'teachers', 'citizens'] as const
export const partyKinds = ['ministry', 'ngo', 'academy', 'operator', 'school-network', 'partner'] as const
export const evidenceKinds = ['law', 'page', 'document', 'address', 'entry'] as const

/** A piece of evidence that something was done. `reference`: id of a law record, path of a page, title of a document, address, number of an entry. */
export type Evidence = {
	kind: (typeof evidenceKinds)[number]
	reference: string
	seenOn: string | undefined
	confidence: 'sure' | 'likely' | 'unverified'
	/** Not said by the owner alone. */
	isIndependent: boolean
	note: ProgrammeWords | undefined
}

export type Realisation = {
	/** Readable: `i1-a1-r1`. */
	id: string
	action: string
	title: ProgrammeWords
	/** `2014-05-12`, `2014-05` or `2014`, by `precision`. */
	doneOn: string | undefined
	precision: 'day' | 'month' | 'year' | 'unknown'
	state: 'done' | 'begun'
	evidence: readonly Evidence[]
	note: ProgrammeWords | undefined
}

export type Party = {
	id: string
	name: ProgrammeWords
	kind: (typeof partyKinds)[number]
	region: string | undefined
}

/** A line of a budget that may be published; `minorUnits`: in the smallest unit of the currency. */
export type BudgetLine = { line: string; currency: string; minorUnits: number; source: string }

export type Action = {
	/** Readable: `i2-a1`. */
	id: string
	initiative: string
	title: ProgrammeWords
	/** Words of the promise as they were given, in the language of their source. */
	promise: { language: Language; words: string } | undefined
	owner: Party | undefined
	audiences: readonly (typeof planAudiences)[number][]
	/** Region that it is for; none: the whole country. */
	region: string | undefined
	promisedOn: string | undefined
	/** Never changes once it is published. */
	dueFirst: string | undefined
	dueNow: string | undefined
	begunOn: string | undefined
	endedOn: string | undefined
	state: (typeof planStates)[number]
	/** The reason why it was dropped, or its date moved. */
	reason: ProgrammeWords | undefined
	source: string
	isDemonstration: boolean
	/** Lines that may be published; left out where there are none. */
	budget?: readonly BudgetLine[]
	/** Day of the last news. */
	changedOn: string
	/** Raised by each edit. */
	version: number
	needs: readonly string[]
	evidence: readonly Evidence[]
	realisations: readonly Realisation[]
}

export type Initiative = {
	/** `i1` to `i3`. */
	id: string
	ordinal: number
	title: ProgrammeWords
	source: string
	actions: readonly Action[]
}

/** The published plan, which everybody sees. */
export type ProgrammePlan = { initiatives: readonly Initiative[]; parties: readonly Party[] }
