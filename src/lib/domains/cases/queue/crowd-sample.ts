/** Cases of a flood that each of two persons reads before the others of it may be closed together: one of twenty, ten at least, thirty at most. */
export const toSample = (members: number): number =>
	Math.min(members, Math.max(10, Math.min(30, Math.ceil(members / 20))))
