/** Figures of the hotline for everyone: counts that no case shows through, times, quarters, open data. */
export { isTooFew, tableIds, type Figures, type Group } from './figures.ts'
export { openDataSchema, toFiguresCsv, toOpenData } from './open-data.ts'
export { leastShown } from './round.ts'
