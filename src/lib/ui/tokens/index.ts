/**
 * Colours of the look for what no style sheet of a page reaches: pages that stand alone, files to keep, pictures, drawings that look the
 * same in light and dark. They are those of `../tokens.css`, and `tests/house/tokens.test.ts` holds them against it.
 */

/** By day. */
export const light = {
	paper: '#fbf6ec',
	card: '#fffdf8',
	ink: '#1b2340',
	quiet: '#555a70',
	majorelle: '#2b3fae',
	saffron: '#f0a81c',
	mint: '#1f7a63',
	terracotta: '#b4472b',
	gold: '#8a5a00',
	sand: '#efe3cd',
	line: '#d9c9a9',
} as const

/** By night, as far as a page that stands alone needs it. */
export const dark = {
	paper: '#151b34',
	card: '#1e2645',
	ink: '#f6efdf',
	quiet: '#bfc3d6',
	majorelle: '#aebcff',
	mint: '#68cdb0',
	terracotta: '#ff9b7d',
	line: '#46507a',
} as const
