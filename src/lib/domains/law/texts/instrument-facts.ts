import type { Instrument, InstrumentStatus } from '../corpus/instrument.ts'

type Reference = {
	is: 'reference'
	label: 'number' | 'approval' | 'approval-dahir'
	reference: string | null
}
type Act = {
	is: 'act'
	label: 'promulgation' | 'publication'
	reference: string | null
	day: string | null
}
type Issue = {
	is: 'issue'
	label: 'bulletin-ar' | 'bulletin-fr'
	number: string | null
	day: string | null
	page: number | null
}
type Day = {
	is: 'day'
	label: 'in-force' | 'in-force-treaty' | 'adopted' | 'in-force-generally' | 'signed' | 'deposited'
	day: string | null
}

/** A fact of a text, by the name that the dictionary has for it; `null` is a blank that pages show as one. */
export type InstrumentFact = Reference | Act | Issue | Day

/** True when nothing of the fact is known. */
const isBlank = (fact: InstrumentFact): boolean => {
	if (fact.is === 'reference') return fact.reference === null
	if (fact.is === 'act') return fact.reference === null && fact.day === null
	if (fact.is === 'issue') return fact.number === null && fact.day === null
	return fact.day === null
}

const known = (facts: readonly InstrumentFact[]): InstrumentFact[] => facts.filter((fact) => !isBlank(fact))

const getIssues = ({ bulletin }: Instrument): Issue[] =>
	(['ar', 'fr'] as const).map((edition) => ({
		is: 'issue',
		label: `bulletin-${edition}`,
		...bulletin[edition],
	}))

/** Morocco does not stand in these, so that nothing of what follows from joining can be missing. */
const notJoined: readonly InstrumentStatus[] = ['not-party', 'signed-not-ratified']

const getTreatyFacts = (it: Instrument, treaty: NonNullable<Instrument['treaty']>): InstrumentFact[] => {
	const between: InstrumentFact[] = [
		{ is: 'day', label: 'adopted', day: treaty.adopted },
		{ is: 'day', label: 'in-force-generally', day: treaty.inForceGenerally },
	]
	const signed: InstrumentFact = { is: 'day', label: 'signed', day: treaty.signed }
	const joined: InstrumentFact[] = [
		{ is: 'reference', label: 'approval', reference: treaty.approval.law },
		{ is: 'reference', label: 'approval-dahir', reference: treaty.approval.dahir },
		{ is: 'day', label: 'deposited', day: treaty.deposited },
		{ is: 'day', label: 'in-force-treaty', day: it.inForce },
		{ is: 'act', label: 'publication', ...(treaty.publication ?? { reference: null, day: null }) },
		...getIssues(it),
	]
	return [
		...known([{ is: 'reference', label: 'number', reference: it.number }]),
		...between,
		...(it.status.is === 'not-party' ? known([signed]) : [signed]),
		...(notJoined.includes(it.status.is) ? known(joined) : joined),
		...known([{ is: 'act', label: 'promulgation', ...it.promulgation }]),
	]
}

/**
 * Number, acts, days and issues of the Bulletin Officiel, in the order in which they happen. A blank stands where the text must
 * have one that no source showed; what a text cannot have (a bill its promulgation, a treaty that Morocco has not joined its
 * deposit) is left out.
 */
export const getInstrumentFacts = (it: Instrument): InstrumentFact[] => {
	if (it.level === 'international' && it.treaty) return getTreatyFacts(it, it.treaty)
	const all: InstrumentFact[] = [
		{ is: 'reference', label: 'number', reference: it.number },
		{ is: 'act', label: 'promulgation', ...it.promulgation },
		...getIssues(it),
		{ is: 'day', label: 'in-force', day: it.inForce },
	]
	const isComing = it.kind === 'bill' || it.kind === 'announcement'
	const publication: InstrumentFact[] = it.treaty?.publication
		? [{ is: 'act', label: 'publication', ...it.treaty.publication }]
		: []
	return [...(isComing ? known(all) : all), ...publication]
}
