import type { Language } from '#base'
import { pickWords } from '#domains/guide'
import { isLawStale } from '../fresh.ts'
import type { Instrument } from '../corpus/instrument.ts'
import { getIndex, type Law } from '../corpus/law.ts'
import type { LawSituation, LawSituationWords } from '../corpus/law-situation.ts'
import type { LawSource } from '../corpus/law-source.ts'
import { isPresent } from '../present.ts'
import type { Provision } from '../corpus/provision.ts'
import type { Question } from '../corpus/question.ts'

/** A situation in the words of one language, with the articles that may apply. */
export type LawSituationView = {
	situation: LawSituation
	/** The language that its words are written in. */
	language: Language
	words: LawSituationWords
	provisions: { provision: Provision; instrument: Instrument; role: string }[]
	questions: Question[]
	sources: LawSource[]
}

/** A situation as it stands in lists. */
export type LawSituationCard = { id: string; title: string; language: Language; raisesHelpPanel: boolean }

/** A situation in `language` or the nearest one that has it; `undefined` when no record has this id. */
export const findLawSituationView = (
	law: Law,
	id: string,
	language: Language,
): LawSituationView | undefined => {
	const index = getIndex(law)
	const situation = law.situations.find((candidate) => candidate.id === id)
	const picked = situation && pickWords(situation.words, language)
	if (!picked) return undefined
	return {
		situation,
		...picked,
		provisions: situation.provisions.flatMap((link) => {
			const provision = index.provisions.get(link.id)
			const instrument = provision && index.instruments.get(provision.instrument)
			return instrument ? [{ provision, instrument, role: link.role }] : []
		}),
		questions: situation.questions.map((question) => index.questions.get(question)).filter(isPresent),
		sources: situation.sources.map((source) => index.sources.get(source)).filter(isPresent),
	}
}

const toCards = (situations: readonly LawSituation[], language: Language): LawSituationCard[] =>
	situations.flatMap(({ id, words, raisesHelpPanel }) => {
		const picked = pickWords(words, language)
		return picked ? [{ id, title: picked.words.title, language: picked.language, raisesHelpPanel }] : []
	})

/** All situations, in the order of the corpus. */
export const getLawSituationCards = (law: Law, language: Language): LawSituationCard[] =>
	toCards(law.situations, language)

/** The situations that belong to a topic of the website. */
export const getLawSituationsOfTopic = (law: Law, topic: string, language: Language): LawSituationCard[] =>
	toCards(
		law.situations.filter(({ topics }) => topics.includes(topic)),
		language,
	)

/** The situations that belong to an answer of the help finder. */
export const getLawSituationsOfHelp = (law: Law, help: string, language: Language): LawSituationCard[] =>
	toCards(
		law.situations.filter((situation) => situation.help.includes(help)),
		language,
	)

/** True when the words were checked too long ago. */
export const isSituationStale = ({ words }: LawSituationView, at: Date): boolean =>
	isLawStale(words.checked, at)
