import { toLeftSize } from './stored-index.ts'
import type { Range } from './stored-range.ts'

/** The subtrees beside the way from a leaf up to the root, lowest first (PATH of RFC 6962, 2.1.1). */
export const toInclusionPath = (index: number, [from, to]: Range): Range[] => {
	if (to - from === 1) return []
	const middle = from + toLeftSize(to - from)
	return index < middle
		? [...toInclusionPath(index, [from, middle]), [middle, to]]
		: [...toInclusionPath(index, [middle, to]), [from, middle]]
}

/** The subtrees from which both the older root and the newer one are made, lowest first (PROOF of RFC 6962, 2.1.2). */
export const toConsistencyPath = (olderSize: number, [from, to]: Range): Range[] => {
	// A subtree that begins with the first leaf is the older tree itself: whoever checks knows its root.
	if (olderSize === to) return from === 0 ? [] : [[from, to]]
	const middle = from + toLeftSize(to - from)
	return olderSize <= middle
		? [...toConsistencyPath(olderSize, [from, middle]), [middle, to]]
		: [...toConsistencyPath(olderSize, [middle, to]), [from, middle]]
}
