/** Makes what a reporter wrote safe to show: text without invisible or bidirectional control characters, addresses that nothing opens. */
import { defangText, stripInvisible } from '#tools/inspect/defang'

/** Most characters of one field that are shown: the longest that a report can hold. */
const mostCharacters = 16_000
/** Marks on one letter that are shown: Arabic has three at most, a tower of them covers the lines around. */
const stacked = /(\p{M}{4})\p{M}+/gu

/** A text of several lines. At most two empty lines stand together. */
export const toInertText = (text: string): string =>
	defangText(stripInvisible(text.slice(0, mostCharacters).toWellFormed()))
		.replace(stacked, '$1')
		.replace(/\n{4,}/gu, '\n\n\n')

/** The same on one line. */
export const toInertLine = (text: string): string => toInertText(text).replace(/\s+/gu, ' ').trim()
