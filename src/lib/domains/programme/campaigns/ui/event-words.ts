import { pickWords } from '#domains/guide'
import type { Words } from '#ui/words'
import type { YearEvent } from '../../calendar/index.ts'

/** The name of an event in the language of a page, in the next one where it has none. */
export const sayEvent = (words: Words, name: YearEvent['name']): string => {
	const picked = pickWords(name, words.language)
	return words.text(picked?.words ?? name.fr, picked?.language ?? 'fr')
}
