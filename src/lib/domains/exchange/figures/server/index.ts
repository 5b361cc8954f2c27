/** Figures of work with other countries as they are counted and published. */
export { listPublishedExchange, publishExchange } from './exchange-figure-store.ts'
