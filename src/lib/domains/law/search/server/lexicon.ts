import { openMade } from '#domains/guide/server'
import { parse } from 'yaml'
import text from '../../../../../../content/search/law.yaml?raw'
import type { LawLexicon } from '../law-lexicon.ts'

/** The lexicon of the law. */
export const lawLexicon: LawLexicon = import.meta.env.PROD
	? (openMade('law/search/server/made/lexicon') as LawLexicon)
	: (parse(text) as LawLexicon)
