/** A day as `2026-11-25`, in no zone. */
export const isDay = (text: unknown): text is string => {
	if (typeof text !== 'string' || !/^20\d\d-\d\d-\d\d$/u.test(text)) return false
	const day = new Date(`${text}T00:00:00Z`)
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** The first Sunday that is `days` days after `day` or later: a family has time then. */
export const toReviewDay = (day: string, days: number): string => {
	const review = new Date(`${day}T00:00:00Z`)
	review.setUTCDate(review.getUTCDate() + days)
	review.setUTCDate(review.getUTCDate() + ((7 - review.getUTCDay()) % 7))
	return review.toISOString().slice(0, 10)
}
