/** Figures of the hotline for everyone: counts that no case shows through, times, quarters, open data. */
export { isTooFew, tableIds, toFigures, type CountRow, type Figures, type Group } from './figures.ts'
export { openDataSchema, toCsv, toOpenData, type PublishedFigures } from './open-data.ts'
export { toOutcome, type OutcomeOf } from './outcome.ts'
export { getFirstWholeQuarter, getMonths, getQuarter, listDueQuarters, type Quarter } from './quarter.ts'
export { leastShown } from './round.ts'
