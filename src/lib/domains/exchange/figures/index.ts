/** Figures of work with other countries for everyone: counts that no referral shows through, times, open data. */
export { isNothingShown, type ExchangeFigures, type Direction } from './exchange-figures.ts'
export { exchangeSchema, toExchangeData, toExchangeLines } from './exchange-data.ts'
