import type { Language } from '#base'
import type { ScenePicture } from './scene-picture.ts'

/** A way on that a page shows with its picture. */
export type SceneTile = {
	href: string
	title: string
	/** Language in which the title, and what it leads to, is written. */
	language: Language
	/** A few words more, in the same language. */
	hint?: string | undefined
	scene?: ScenePicture | undefined
}

/** A part of a list in one language; `of` names the language where it is not the reader's. */
type Spoken<Item> = { of: Language | undefined; items: Item[] }

/** Parts a list by language: first what is in the reader's, then what is not yet, so that its language is said once for all of it. */
export const groupByLanguage = <Item extends { language: Language }>(
	items: readonly Item[],
	own: Language,
): Spoken<Item>[] =>
	[own, ...new Set(items.map(({ language }) => language))]
		.filter((language, index, all) => all.indexOf(language) === index)
		.map((language) => ({
			of: language === own ? undefined : language,
			items: items.filter((item) => item.language === language),
		}))
		.filter((group) => group.items.length > 0)
