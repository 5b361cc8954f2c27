/** Indicators as they are published in five views, and who may pull them. Proposals and TAXII have doors of their own. */
export { findCaller, readBasic, type Shown } from './caller.ts'
export type { IndicatorTables } from './indicator-tables.ts'
export { getPublication, listChanges, listPublished, noteBuilt } from './published.ts'
export { expireIndicators } from './publish.ts'
export { listEverPublished } from './ever-published.ts'
