import type { Fields } from './columns.ts'

/** Of one field: what stands there now, and what somebody else has written for it. */
export type Beside = { field: string; now: string; other: string }

/**
 * Puts together what two people have made of the same text. What one of them alone has changed is taken; where both have, and not to the
 * same, what stands there stays, and the other words come beside it.
 *
 * @param base - fields as they were when `mine` was begun; `mine` need not speak of all
 */
export const mergeFields = (
	base: Fields,
	mine: Fields,
	now: Fields,
): { merged: Fields; beside: readonly Beside[] } => {
	const changed = Object.keys(mine).filter(
		(field) => mine[field] !== base[field] && mine[field] !== now[field],
	)
	const isFree = (field: string): boolean => now[field] === base[field]
	return {
		merged: {
			...now,
			...Object.fromEntries(changed.filter(isFree).map((field) => [field, mine[field] ?? ''])),
		},
		beside: changed
			.filter((field) => !isFree(field))
			.map((field) => ({ field, now: now[field] ?? '', other: mine[field] ?? '' })),
	}
}
