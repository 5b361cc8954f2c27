/** Campaigns and codes on the server: their tables, acts on them, the look-up of a scanned code. Materials and what is made of them have doors of their own. */
export { changeCampaign, findCampaign, listCampaigns, makeCampaign } from './campaign-store.ts'
export { mayOn } from './campaign-gate.ts'
export type { CampaignTables } from './campaign-tables.ts'
export { findCampaignCode, listCodes, makeCodes, retireCode } from './code-store.ts'
export { countFreeSlots, listSlotHolders } from './slot-store.ts'
