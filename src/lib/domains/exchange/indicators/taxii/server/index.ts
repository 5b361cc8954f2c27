/** Indicators over TAXII: what a partner may read and send, and what we pull from it. */
export { createPort, forgetStatuses } from './taxii-store.ts'
export { pullPartners } from './taxii-pull.ts'
