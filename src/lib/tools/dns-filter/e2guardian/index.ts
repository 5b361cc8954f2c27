/** The filtering proxy e2guardian 5, for a school: lines for its lists. https://github.com/e2guardian/e2guardian/wiki */
export { toE2guardianFiles } from './e2guardian.ts'
