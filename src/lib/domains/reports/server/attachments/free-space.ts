import type { Disk } from '#platform'

/** Most bytes that may wait for their report, of all forms together: a flood of them fills no disk. */
export const mostArriving = 4 * 1024 ** 3

/**
 * True when the disk has space for what is on its way. Twice as much must be free, and a tenth of the disk stays for what matters more: the
 * reports and their database.
 */
export const hasSpace = ({ size, free }: Disk, arriving: number): boolean =>
	arriving <= mostArriving && free >= 2 * arriving && free >= size / 10
