/** The programme in ten minutes: what exists, how good it is, who has read it, what waits. Values in, values out. */
export { toBrochure } from './paper/brochure.ts'
export { pageLimits } from './limits.ts'
export type { Overview } from './overview.ts'
