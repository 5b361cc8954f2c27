import type { Language } from '#base'

/** Things that are counted, in the order in which it is shown. */
export const counted = [
	...(['pages', 'answers', 'stories', 'quizzes', 'lessons', 'guides', 'targets', 'doors'] as const),
	...(['texts', 'provisions', 'rows', 'gaps'] as const),
] as const
export type CountedThing = (typeof counted)[number]

export const reviewers = ['native', 'specialist', 'jurist'] as const
export type Reviewer = (typeof reviewers)[number]

/** The product as an authority asks for it; every number is counted from the content it was built of. */
export type Overview = {
	/** The newest day on which somebody looked something up. */
	day: string
	counts: Readonly<Record<CountedThing, number>>
	topics: readonly {
		title: Readonly<Record<Language, string>>
		/** Languages in which each reader has a page, in the order of the readers. */
		languages: readonly (readonly Language[])[]
	}[]
	/** Texts that a named person has read, of all that need one. */
	reviews: Readonly<Record<Reviewer, { done: number; of: number }>>
	/** Targets whose files ran in the real program. */
	ran: number
	/** Questions that only a jurist can answer and nobody has. */
	questions: number
}
