import type { Language } from '#base'
import { pickWords, type InLanguage } from '#domains/guide'
import type { Instrument } from '../corpus/instrument.ts'
import { penaltyToSentence } from '../penalty/penalty-sentence.ts'
import type { LawSituationView } from './situation-view.ts'

/** Readers who have a page of a situation to themselves, in their own words. */
export const youngReaders = ['children', 'teens'] as const
export type YoungReader = (typeof youngReaders)[number]
export type SituationReader = YoungReader | 'adults'

/** Questions of a child or a teen, in the order in which they ask them. */
export const youngQuestions = ['report', 'trouble', 'next', 'parents', 'says'] as const

/** Readers of the law's page that belongs to a page of advice for `audience`. */
export const getSituationReader = (audience: string): SituationReader =>
	youngReaders.find((reader) => reader === audience) ?? 'adults'

/** Address of a situation below the language; that of the adults is the shortest. */
export const getSituationPath = (id: string, reader: SituationReader): string =>
	reader === 'adults' ? `/law/situations/${id}` : `/law/situations/${id}/${reader}`

/** Arabic word for the articles of a text: `fasl` in the Constitution and the Penal Code, `madda` in the others. */
export const getArticleWord = (instrument: string): 'fasl' | 'madda' =>
	instrument === 'ma-penal-code' || instrument === 'ma-const-2011' ? 'fasl' : 'madda'

/** An article that may apply, short: its own page says the rest. */
export type SituationArticle = {
	id: string
	article: string
	title: InLanguage<string> | undefined
	/** Its penalty in the language of the page; `undefined` when it has none. */
	penalty: string | undefined
}

/** Articles of one text. */
export type SituationArticles = { instrument: Instrument; articles: SituationArticle[] }

/** The articles of a situation by the text that they stand in, both in the order of the record. */
export const getSituationArticles = (
	{ provisions }: LawSituationView,
	language: Language,
): SituationArticles[] =>
	[...new Set(provisions.map(({ instrument }) => instrument))].map((instrument) => ({
		instrument,
		articles: provisions
			.filter(({ provision }) => provision.instrument === instrument.id)
			.map(({ provision }) => ({
				id: provision.id,
				article: provision.article,
				title: pickWords(provision.title, language),
				penalty: penaltyToSentence(provision, language),
			})),
	}))
