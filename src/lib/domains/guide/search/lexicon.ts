import type { Audience } from '../audience.ts'
import type { DangerBook } from './danger-book.ts'

/**
 * The lexicon: what people type when they mean a topic, kept apart from the code in `content/search/lexicon.yaml`.
 * Words that a page may not print (discouraged terms, slang, texted French) belong here and only here.
 */
export type Lexicon = {
	topics: Readonly<Record<string, LexiconTopic>>
	/** Phrases that show who is asking (wldi → parents). */
	audiences: Readonly<Partial<Record<Audience, readonly string[]>>>
	/** Phrases that raise the help panel unless school, kitchen or play is named. */
	helpTriggers: readonly string[]
	/** The same for phrases that are heard only when spelt so: their consonants alone name harmless words too. */
	helpWords?: readonly string[]
	/** Phrases that count whatever the ranking says; kept in `content/search/danger.yaml`. */
	danger?: DangerBook
}

export type LexiconTopic = {
	/** Topics to show instead while this one has no page, nearest first. */
	nearest?: readonly string[]
	/** True when the topic has no page to say so itself and searches for it raise the help panel. */
	raisesHelpPanel?: boolean
	phrases: readonly { source: string; words: readonly string[] }[]
}
