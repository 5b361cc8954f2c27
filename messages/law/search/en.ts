import type { search as keys } from './ar.ts'

/** Words of the search over the law, in English. */
export const search: Readonly<Record<keyof typeof keys, string>> = {
	'law.search.empty':
		'Write a number as you know it, or what happened, the way you speak. Every way of writing is understood.',
	'law.search.exact': 'The text you asked for',
	'law.search.missing': 'We hold no text with this number. It may still exist: we do not collect every text.',
	'law.search.situations': 'If this happens',
	'law.search.nearest': 'Perhaps one of these',
	'law.search.texts': 'Texts that speak of it',
	'law.search.none': 'No text with these words. That is all right: choose what looks like what happened.',
	'law.search.site': 'What can I do? Search the advice',
	'law.search.in-law': 'What does the law say?',
	'law.search.only-law': 'Search for this in the law',
}
