/** Figures of the hotline for everyone: counts that no case shows through, times, quarters, open data. */
export { isTooFew, tableIds, type Figures, type Group } from './figures.ts'
export { openDataSchema, toFiguresCsv, toOpenData, type PublishedFigures } from './open-data.ts'
export { leastShown, toPublicCount, toPublicTimes } from './round.ts'
