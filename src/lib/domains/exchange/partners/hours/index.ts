/** Hours of a partner as one line of text, and whether somebody answers there now, in its own time zone. */
export { formatHours, isZone, parseHours } from './partner-hours.ts'
export { getPartnerOpenness } from './openness.ts'
