/** Published numbers on the server: publishing, errata, targets, and what waits for a second person. */
export { addErratum } from './erratum-store.ts'
export type { ProgrammeFigureTables } from './figure-tables.ts'
export { indicators } from './indicators.ts'
export { askAgain, decideProposal, listProposals, propose, type Proposal } from './proposal-store.ts'
export { findConflicts, freezeFigures, releaseFigures } from './publish-figures.ts'
export { readPublished, type FigureBlocks } from './read-figures.ts'
export { publishStudy } from './study-store.ts'
export { setTarget } from './target-store.ts'
