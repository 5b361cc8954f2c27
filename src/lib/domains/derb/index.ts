/** The street of Najma: stories behind ten doors, and the tiles they win. Rules only; files are read in `server/`. */
export type { Derb } from './derb-file.ts'
export { buildDerb, listPictures } from './derb-library.ts'
export { findPlace, listStreetPlaces } from './find-place.ts'
export { layTile, readTiles, tileColours, toQuery, type TileColour, type WonTiles } from './won-tiles.ts'
