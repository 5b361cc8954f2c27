/** Lists of digests for platforms in the JSON form of StopNCII's hash exchange, as Meta's client reads it (https://github.com/facebook/ThreatExchange). */
export { parseFeedback, type Feedback } from './feedback.ts'
export { parseFetchQuery, toHashPage, type FetchQuery, type HashRecord } from './hash-page.ts'
