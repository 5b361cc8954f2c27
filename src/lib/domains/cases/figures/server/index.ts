/** Figures as they are counted, kept when cases go, and published. */
export { getDeskFigures, leaveCounts, listPublished, publishFigures } from './figure-store.ts'
