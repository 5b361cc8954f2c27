/** A case from its arrival on: found, assigned, moved, given a category. */
export { fileArrivals } from './arrival-store.ts'
export { assignCase, moveCase, noteRecheck, setCategory, toFindingDigest } from './case-store.ts'
export { findCase, type CaseView } from './case-view.ts'
export { openPartnerCase } from './partner-case.ts'
