/**
 * Protection: which filter a family or a school chooses, and the files that put it in place. Rules only; facts stand
 * in `content/protect/`, each technique in a room of `tools`.
 */
export { bypasses, type Closes } from './bypass.ts'
export { levels, type Level } from './fact.ts'
export { makeFilter, parseFilterChoice, type FilterChoice } from './filter.ts'
export { parseHostName, parseHostNames, type HostName } from './host-name.ts'
export { factFiles, parseProtectFacts, type ProtectFacts } from './protect-facts.ts'
export { isOffered, type Resolver } from './resolver.ts'
export { targetGroups, type Target, type TargetGroup, type TargetLimit } from './targets.ts'
export { targets } from './targets/all.ts'
export { filterFields, getDefaultChoice, parseFilterQuery } from './filter-query.ts'
export { findGuideView } from './guides/index.ts'
export { buildProtection, type Protection } from './protect-library.ts'
export { findConfigFile, findTargetView, getTargetCards } from './target-view.ts'
