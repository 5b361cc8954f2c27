/**
 * Reports of abuse that a host's desk reads by machine: XARF 4.2 (https://github.com/xarf/xarf-spec), the types of `content` that a desk for
 * children meets. Evidence is text only: a report never carries a picture, nor the name of who reported or was hurt.
 */
export { toDescription } from './description.ts'
export { csamClassifications, csemExploitationTypes } from './finding.ts'
export { findForbidden } from './forbidden.ts'
export { parseXarf } from './parse-xarf.ts'
export { toXarf, type XarfReport } from './xarf.ts'
