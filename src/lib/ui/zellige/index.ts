/**
 * Moroccan geometry from one rule: the eight-pointed star of two squares, its tilings, a panel in ten parts, and the many-lobed arch, as SVG
 * paths (https://www.w3.org/TR/SVG2/paths.html).
 */
export { toRosette } from './rosette.ts'
export { getTile, tilings, toArchPath, toStarPath, type Tiling } from './zellige.ts'
