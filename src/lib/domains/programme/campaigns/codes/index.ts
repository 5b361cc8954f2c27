/** Door of codes: the code that a print bears, and the address that it stands for. Values in, values out. */
export { findCodeFor, toCodeAddress, type CampaignCode } from './code-plan.ts'
