/** Indicators at the desk: proposed, agreed to by a second person, withdrawn from all views at once; what partners offer. */
export { decideBatch, dismissOffer, publishBatch } from './decide.ts'
export { findPublished, readIndicatorDesk, type Batch } from './desk-list.ts'
export { neverBlock } from './never-block.ts'
export { askForBatch, proposeIndicators } from './propose.ts'
export { withdrawIndicator } from '../../server/publish.ts'
