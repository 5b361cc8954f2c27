/** Figures as they are counted, kept when cases go, and published. */
export { getDeskFigures, leaveCounts, listPublishedFigures, publishFigures } from './figure-store.ts'
export { listContents, publishQuarters } from './publish-quarters.ts'
