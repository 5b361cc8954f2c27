/** Figures of work with other countries as they are counted and published, and what one partner has answered. */
export { listPublishedExchange, publishExchange } from './exchange-figure-store.ts'
export { getPartnerAnswers } from './partner-answers-store.ts'
