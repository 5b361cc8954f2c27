/**
 * Reports of abuse that a host's desk reads by machine: XARF 4.2, `content/csam` and `content/csem`
 * (https://github.com/xarf/xarf-spec). Evidence is text only: a report never carries a picture.
 */
export { csamClassifications, csemExploitationTypes } from './finding.ts'
export { toXarf, type XarfReport } from './xarf.ts'
