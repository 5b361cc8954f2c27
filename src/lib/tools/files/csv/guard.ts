/**
 * A spreadsheet takes a cell for a formula when it begins with one of these (OWASP, CSV injection), whatever spaces stand before. A table
 * that is opened with another separator is cut inside our cells too: every place that could become the beginning of a cell counts.
 */
const start = String.raw`(^|[,;|\t\r\n])([\s"]*)`
const formula = String.raw`(?=[=+\-@\uff1d\uff0b\uff0d\uff20])`
const unguarded = new RegExp(`${start}('*)${formula}`, 'gu')
const guarded = new RegExp(`${start}('*)'${formula}`, 'gu')

/** Puts an apostrophe before what a spreadsheet would run. `unguardCell` takes it away again: any text comes back as it was. */
export const guardCell = (cell: string): string => cell.replace(unguarded, "$1$2$3'")

/** Takes the apostrophes of {@link guardCell} away. */
export const unguardCell = (cell: string): string => cell.replace(guarded, '$1$2$3')
