/** Limits on how much of a partner's requests is taken at once: counted for each partner, and for all strangers together. */
export { createRates, createSpace, type ChannelBudgets, type Rates, type Space } from './rates.ts'
