import type { Disk } from '#platform'

/** Most bytes on the disk that wait for their report, of all forms together. */
export const mostArriving = 4 * 1024 ** 3

/** True when the disk has space for a piece. A tenth of it stays for what matters more: the reports and their database. */
export const hasSpace = ({ size, free }: Disk, piece: number): boolean =>
	free >= 2 * piece && free >= size / 10
