/** Status of a report, in words that a child reads. Coarse on purpose: the desk has finer ones of its own. */
export const statuses = [
	'received',
	'looked-at',
	'needs-you',
	'sent-on',
	'removed',
	'nothing-found',
	'closed',
] as const
export type Status = (typeof statuses)[number]

/** True for one of {@link statuses}. */
export const isStatus = (value: unknown): value is Status => (statuses as readonly unknown[]).includes(value)
