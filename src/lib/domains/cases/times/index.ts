/** Times as the desk writes them. */
export { toMoment, toSpan } from './times.ts'
