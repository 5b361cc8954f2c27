import type { Language } from '#base'
import { findAdvice, type Advice } from './advice.ts'
import type { Asker, Contact } from './contact.ts'
import { findHelp, type OpenChannel, type Situation } from './help-finder.ts'
import type { Library } from './library.ts'
import { getEmergency } from './page/page-view.ts'

/** A situation with the address of its answer behind `/help/`. */
export type HeardLink = { id: string; title: Situation['title']; address: string }

/** Help for a search that tells of harm: the answer of the likeliest situation, and the ways to the others. */
export type HeardHelp = {
	likeliest: HeardLink
	others: HeardLink[]
	/** Three things to do now, only where they were written for this situation and this asker. */
	advice: Advice | undefined
	door: { contact: Contact; channel: OpenChannel } | undefined
	emergency: Contact[]
}

/** The rooms of a house that a heard query may open: who asked, and what may have happened, likeliest first. */
type Heard = { situations: readonly string[]; asker: Asker }

const toLink = ({ id, title, who }: Situation, asker: Asker): HeardLink => ({
	id,
	title,
	address: who.includes(asker) ? `${id}/${asker}` : id,
})

const findDoor = (library: Library, situation: Situation, asker: Asker, at: Date): HeardHelp['door'] => {
	const { open, always, later } = findHelp(
		{ situation, asker, urgency: 'today', staysUnnamed: false, at },
		library,
	)
	const [door] = [...open, ...always, ...later]
	const [channel] = door?.channels ?? []
	return door && channel && { contact: door.contact, channel }
}

/**
 * The answer to a query in which danger was heard; `undefined` when no such situation is known. What was written for one situation can
 * harm in another: words borrowed from a topic are not shown here, only those of the situation itself.
 */
export const findHeardHelp = (
	library: Library,
	{ situations, asker }: Heard,
	{ language, at }: { language: Language; at: Date },
): HeardHelp | undefined => {
	const known = situations.flatMap((id) => library.situations.find((one) => one.id === id) ?? [])
	const [first, ...more] = known
	if (!first) return undefined
	const advice = first.who.includes(asker)
		? findAdvice(library, { situation: first, asker, language })
		: undefined
	return {
		likeliest: toLink(first, asker),
		others: more.map((situation) => toLink(situation, asker)),
		advice: advice?.page ? undefined : advice,
		door: findDoor(library, first, asker, at),
		emergency: getEmergency(library, first.doors),
	}
}
