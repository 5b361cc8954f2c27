/** How the people of the desk stay well: how much hard material a person reads in a day, and when a pause is due. Rules only. */
export { exposureLimits, getRest, getShare, noExposure, toPolicy, type ExposurePolicy } from './exposure.ts'
