/** Door of places and periods: where and when something of the programme is, and how far a person's role reaches. Values in, values out. */
export { findSpan, getMonthOf, getQuarterOf, type CountedPeriod, type PeriodSpan } from './period.ts'
export { country, findRegionOf, getPlaceName, listPlaces, type ProgrammePlace } from './places.ts'
export { getReach } from './reach.ts'
