/**
 * Door of counting: what an arrival is, what is counted of it and with how much noise, what released cells say. Rules only: the counter lives
 * in memory, its sheets are sealed in `server/`. For browsers: `device/`.
 */
export { countedMark, findCountedPage, isArrival, type AskedWith, type CountedPage } from './arrival.ts'
export { createCounter, isPress, type Counter, type Press } from './counter.ts'
export { helpAnswers, type Facts } from './families.ts'
export type { PartLine, PartTable } from './parts.ts'
export type { FigureFacts } from './released.ts'
