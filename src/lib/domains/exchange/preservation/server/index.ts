/** Preservation requests as they are kept: drafts with a sealed copy for each reader, moves, clocks that are watched. */
export { listCopyReaders, shareRequest } from './copy-store.ts'
export { draftRequest, findReported, redraftRequest } from './draft-store.ts'
export { moveRequest } from './move-store.ts'
export type { PreservationDesk, PreservationTables } from './preservation-tables.ts'
export { findNearClock, findRequest, listPreservationRequests } from './request-store.ts'
export { listEnding, listUnacknowledged, watchClocks } from './watch-store.ts'
