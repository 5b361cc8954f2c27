/**
 * What a child has won, as ten digits in the address: one a door, 0 for none or the number of a colour. It says which doors were opened and
 * nothing of who opened them or what was chosen there.
 */

/** Colours of a tile, by the names of the palette of scenes; the first has the number 1. */
export const tileColours = ['majorelle', 'mint', 'saffron', 'terra', 'plum', 'sky'] as const
export type TileColour = (typeof tileColours)[number]

/** One a door: its colour, or nothing where the tile is not won. */
export type WonTiles = readonly (TileColour | undefined)[]

const doors = 10

/** Reads what an address says. Any text is safe: what is no number of a colour is no tile. */
export const readTiles = (text: string | null): WonTiles =>
	Array.from({ length: doors }, (_, index) => tileColours[Number(text?.at(index) ?? 0) - 1])

const toDigit = (colour: TileColour | undefined): number => (colour ? tileColours.indexOf(colour) + 1 : 0)

/** The query of an address with these tiles; nothing where none is won. */
export const toQuery = (tiles: WonTiles): string =>
	tiles.some((colour) => colour !== undefined) ? `?t=${tiles.map(toDigit).join('')}` : ''

/** Lays the tile of a door, from 1, or gives it another colour. */
export const layTile = (tiles: WonTiles, door: number, colour: TileColour): WonTiles =>
	tiles.map((known, index) => (index === door - 1 ? colour : known))
