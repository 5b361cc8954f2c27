import { day } from '#base'

/** Number of a civil day, so that days can be subtracted: no clock and no zone is asked. */
export const toDayNumber = (civil: string): number => Date.parse(`${civil}T00:00:00Z`) / day
