import { parse } from 'yaml'
import dangerText from '../../../../../content/search/danger.yaml?raw'
import dangerSense from '../../../../../content/search/danger-sense.json?raw'
import lexiconText from '../../../../../content/search/lexicon.yaml?raw'
import type { DangerBook, DangerSense, Lexicon } from '../search/index.ts'
import { openMade } from './made.ts'

/** The lexicon of the search, and the phrases of danger. */
export const lexicon: Lexicon & { danger: DangerBook } = import.meta.env.PROD
	? (openMade('guide/server/made/lexicon') as Lexicon & { danger: DangerBook })
	: {
			...(parse(lexiconText) as Lexicon),
			danger: { ...(parse(dangerText) as DangerBook), sense: JSON.parse(dangerSense) as DangerSense },
		}
