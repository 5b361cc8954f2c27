/**
 * Promises of version 1 of the widget to the pages of others, until {@link keptUntil}: its addresses, its weight, what it asks of a page's
 * content policy, where it leads. `contract.test.ts` holds it against `version-1.json`; what breaks that is version 2, at an address of its own
 * (docs/programme/widget.md).
 */
import type { Language } from '#base'

/** First part of the addresses of this version. */
const widgetFolder = '/w/1'

/** Last day on which version 1 answers, at least. */
export const keptUntil = '2031-12-31'

/** Bytes, before compression, that the page and the script may weigh. */
export const mostBytes = { page: 8 * 1024, script: 3 * 1024 } as const

type WidgetFile = 'html' | 'js'

/** `/w/1/fr.html` */
export const getWidgetAddress = (language: Language, file: WidgetFile): string =>
	`${widgetFolder}/${language}.${file}`

/** Rights of the frame on a page of others: a press leads out of it, and nothing else does. */
export const sandbox = 'allow-top-navigation-by-user-activation'

/** Measures of the frame that partners copy, in CSS pixels. */
export const frameSize = { width: 320, height: 430 } as const

/** Content policy of the widget's page: it loads nothing. `styleHash`: `sha256-…` of its one style. */
export const getWidgetPolicy = (styleHash: string): string =>
	`default-src 'none'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`

/** `/w/1/board/fr`: the tile of the scoreboard, which its own contract holds (`board-1.json`): the same years, rights and way out of the frame. */
export const getBoardAddress = (language: Language): string => `${widgetFolder}/board/${language}`

/** Bytes, before compression, that the tile may weigh. */
export const mostBoardBytes = 4 * 1024

/** Measures of its frame, in CSS pixels. */
export const boardSize = { width: 340, height: 240 } as const

/** Content policy of the tile, as a header: it loads nothing and may stand on any page. */
export const getBoardPolicy = (styleHash: string): string =>
	`${getWidgetPolicy(styleHash)}; frame-ancestors *`
