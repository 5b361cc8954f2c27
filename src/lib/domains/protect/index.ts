/**
 * Protection: which filter a family or a school chooses, and the files that put it in place; guides to devices. Rules only; facts and
 * words stand in `content/protect/`, each technique in a room of `tools`. Sub-rooms with doors of their own: `plan`, `check`, `canary`.
 */
export type { Level } from './fact.ts'
export { makeFilter, parseFilterChoice, type FilterChoice } from './filter/filter.ts'
export { filterFields, getDefaultChoice, parseFilterQuery } from './filter/filter-query.ts'
export { findGuideView } from './guides/index.ts'
export { factFiles, parseProtectFacts, type ProtectFacts } from './protect-facts.ts'
export { buildProtection } from './protect-library.ts'
export { findConfigFile, findTargetView, getTargetCards } from './target-view.ts'
export { shelves, targetGroups, type Shelf } from './targets.ts'
export { findListFault, type ListFault } from './filter/typed-names.ts'
export { targets } from './targets/all.ts'
export { findVerifyView } from './verify-view.ts'
