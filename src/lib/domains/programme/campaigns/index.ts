/** Door of campaigns: what they are, their words, faults in them. Values in, values out; tables stand in `server/`, codes and calendar have doors of their own. */
export { channels, kinds, type Campaign, type CampaignChannel } from './campaign.ts'
export { checkMaterial } from './findings.ts'
export { getMaterialState, toMaterialDigest, type Material } from './material.ts'
export { findSource, listSources, type SourceShelf } from './source.ts'
