import type { LawTexts } from '../corpus/law-words.ts'
import type { LawDataset } from './dataset.ts'

/** A record with words of ours: an instrument has no title of ours, a provision has one. */
type Described = { title?: LawTexts; says: LawTexts }

/** Ends a title so that the next sentence can follow it. */
const closed = (title: string): string => (/[.!?؟…]$/u.test(title) ? title : `${title}.`)

/** Our own words on a record, in each language that has them, behind the mark that these words are ours. */
export const toSummaries = ({ ownWords }: LawDataset, { title, says }: Described): LawTexts => {
	const summaries: LawTexts = {}
	for (const language of ['ar', 'fr', 'en'] as const) {
		const parts = [title?.[language] && closed(title[language]), says[language]].filter(Boolean)
		if (parts.length > 0) summaries[language] = [ownWords[language], ...parts].join(' ')
	}
	return summaries
}
