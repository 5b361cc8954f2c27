/** Rules that keep the people of the desk well: how much hard material a person reads in a day, and when a pause is due. */
export { exposureLimits, getRest, getShare, noExposure, toPolicy, type ExposurePolicy } from './exposure.ts'
