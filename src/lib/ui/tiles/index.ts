/** A list of ways on, each a card to press: a picture, a title, and what one finds there. */
import type { PictureName } from '#ui/picture'

export type Tile = {
	href: string
	title: string
	hint?: string | undefined
	picture?: PictureName | undefined
	/** The language of the title, where it may be another than that of the page. */
	spoken?: { lang: string; dir: 'rtl' | 'ltr' } | undefined
	isUrgent?: boolean | undefined
	/** The tile of the page one is on. */
	isCurrent?: boolean | undefined
}
