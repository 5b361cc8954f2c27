/**
 * Addresses that a page of another site may read in its visitor's browser: what is published to be used by others, and the same for
 * everybody. Nothing that a visitor types, and nothing that somebody signs in for, stands here: a page elsewhere would learn what this browser is
 * answered. docs/decisions/047-open-data-is-read-from-anywhere.md
 */
const openData: readonly RegExp[] = [
	/^\/contacts(?:\.schema)?\.json$/u,
	/^\/figures(?:\.schema)?\.json$|^\/figures\.csv$/u,
	/^\/law\/data\/[^?]+$/u,
	/^\/programme\/[a-z0-9.]+$/u,
	/^\/eli\/[^?]+$/u,
	/^\/coop\/v1\/keys$/u,
	/^\/record\/(?:checkpoint|key|leaves|consistency|erasures)$/u,
]

export const isOpenData = (path: string): boolean => openData.some((address) => address.test(path))

/** Headers of open data, beside those that everything has: they stand in place of two of them. */
export const openDataHeaders: readonly (readonly [string, string])[] = [
	['access-control-allow-origin', '*'],
	['cross-origin-resource-policy', 'cross-origin'],
]
