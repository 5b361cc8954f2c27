/**
 * The lexicon of the law: what people type, kept apart from the code in `content/search/law.yaml`. The
 * phrases of situations are those of the website's lexicon: this says whose they are, and adds what the law alone needs.
 */
export type LawLexicon = {
	/** Names that people give an instrument, by its id. */
	names: Readonly<Record<string, readonly string[]>>
	/** Id of the instrument that the number of an article means first when no instrument is named. */
	first: string
	/** Numbers by which an instrument is known besides its own, by its id. */
	numbers: Readonly<Record<string, readonly string[]>>
	/** Phrases of each situation, by its id. */
	situations: Readonly<Record<string, LawListening>>
	/** Subjects of the website's lexicon that are no situation of the law, and the situation nearest to each; none: none. */
	nearest: Readonly<Record<string, readonly string[]>>
	/** The subject of the website's lexicon that is about the law in general: it is no situation and no other subject either. */
	general: string
	/** Words that everybody says who asks about the law: they tell no situation from another. */
	common: readonly string[]
}

export type LawListening = {
	/** Topics of `content/search/lexicon.yaml` whose phrases mean this situation. */
	topics: readonly string[]
	words: readonly string[]
}
