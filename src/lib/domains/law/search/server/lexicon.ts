import { openMade } from '#domains/guide/server'
import { parse } from 'yaml'
import text from '../../../../../../content/search/law.yaml?raw'
import type { LawLexicon } from '../law-lexicon.ts'

const made = import.meta.glob<string>('./made/lexicon.txt', { query: '?raw', import: 'default', eager: true })

/** The lexicon of the law. */
export const lawLexicon: LawLexicon = import.meta.env.PROD
	? (openMade(made) as LawLexicon)
	: (parse(text) as LawLexicon)
